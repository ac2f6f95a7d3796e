package io.flexmigrate.engine;

/** What is to be expected of a run. */
public enum Outlook {
    /** Everything is done. */
    FINISHED,
    /** Everything was done, and then writes went back to the source. */
    ROLLED_BACK,
    /** The target is a proven replica of the source, as was wanted. */
    IN_SYNC,
    /** It was given up, and what it had done was undone. */
    ABORTED,
    /** It is being given up: what it has done is only partly undone. */
    ABORTING,
    /** A process works on it. */
    RUNNING,
    /** It cannot be known who owns the writes: a person must look. */
    UNCERTAIN,
    /** A stage failed and nobody works on it. */
    FAILED,
    /** A stage was begun and nobody works on it. */
    INTERRUPTED,
    /** It stands before a stage that has not begun: at a gate, or where something blocks. */
    WAITING
}
