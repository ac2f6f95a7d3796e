package io.flexmigrate.mydumper;

/**
 * A line a tool wrote, and what it means to us.
 *
 * @param text the message without its prefix; for {@link Kind#TABLE} the table, quoted as the tool shows it
 */
public record LogLine(Kind kind, String text) {

    /** What a line means. */
    public enum Kind {
        /** Every thread's snapshot stands: the source may be unlocked. */
        SNAPSHOT_STANDS,
        /** A thread has begun with (a part of) a table's data. */
        TABLE,
        /** The work is not complete, whatever the exit code will be. */
        ERROR,
        WARNING,
        OTHER
    }
}
