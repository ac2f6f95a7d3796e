package io.flexmigrate.model;

/**
 * One thing a run would do.
 *
 * @param kind what it is
 * @param where on which machine: that of the source, of the target, or the one this program runs on
 * @param text the statement or the command as it would be given, secrets masked; or a sentence
 */
public record Action(Kind kind, String where, String text) {

    /** The machine of the source. */
    public static final String SOURCE = "source";

    /** The machine of the target. */
    public static final String TARGET = "target";

    /** The machine this program runs on. */
    public static final String HERE = "here";

    /** The kinds of actions. */
    public enum Kind {
        SQL,
        COMMAND,
        WAIT,
        NOTE
    }
}
