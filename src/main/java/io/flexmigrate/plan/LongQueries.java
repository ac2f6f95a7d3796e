package io.flexmigrate.plan;

/** What is done about a statement on the source that keeps the dump from beginning. */
public enum LongQueries {
    /** Its end is waited for, with pauses. */
    WAIT,
    /** The stage fails at once and names it. */
    ABORT,
    /** It is ended, and named. */
    KILL
}
