package io.flexmigrate.planning;

/** What a planning report comes to. */
public enum Verdict {
    /** Nothing that was seen stands in the way of a run. */
    READY,
    /** What a run would do could not be said to the end. */
    INCOMPLETE,
    /** A run would be refused. */
    BLOCKED
}
