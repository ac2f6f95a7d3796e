package io.flexmigrate.plan;

/** What is done about a session that keeps a fence from being taken. */
public enum OnBlocker {
    /** It is named, and waited for a while. */
    WAIT,
    /** It is named and ended: its transaction is rolled back. */
    KILL
}
