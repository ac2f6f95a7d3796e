package io.flexmigrate.engine;

/** What kind of thing kept a stage from its work; of most failures the stage itself says enough. */
public enum FailureKind {
    /** The work of the stage. */
    WORK,
    /** A secret that the plan refers to. */
    SECRET,
    /** Another run of the plan. */
    LOCK,
    /** mydumper or myloader. */
    TOOL,
    /** What sends clients to the other server. */
    HOOK,
    /** Replication. */
    LINK,
    /** A server that was closed for a cut-over and could not be opened again. */
    CLOSED
}
