package io.flexmigrate.engine;

/** What is to be expected of a run. */
public enum Outlook {
    /** Everything is done. */
    FINISHED,
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
