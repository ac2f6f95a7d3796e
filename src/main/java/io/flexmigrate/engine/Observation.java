package io.flexmigrate.engine;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The observations that readers of the journal know by name: what stages call them and the value they hold. */
public enum Observation {
    /** How far the target is behind; a duration. */
    LAG("lag", "lag"),
    /** How long the source took no writes at once; a duration. */
    SOURCE_LOCKED("source-locked", "duration"),
    /** The source was made to keep its binlogs so long; a duration. */
    BINLOGS_KEPT("binlogs-kept", "kept"),

    /** The pause the rehearsals predict; a duration. */
    PREDICTED_PAUSE("predicted-pause", "pause"),
    /** What the dump weighs so far; a number of bytes. */
    DUMP_PROGRESS("dump-progress", "bytes"),
    /** The load goes on; for how long, in seconds. */
    LOAD_PROGRESS("load-progress", "seconds"),
    /** How many rows are compared so far; a number. */
    VERIFY_PROGRESS("verify-progress", "rows"),

    /** A tool was started; a text, as a person would type it. */
    COMMAND("command", "argv"),

    /** What comparing one table gave; {@code EQUAL}, {@code MOVING} or {@code DIFFERENT}. */
    COMPARISON("compared", "verdict"),
    /** What a watch says of the link since then; the name of a {@link io.flexmigrate.model.LinkVerdict}. */
    LINK_VERDICT("link-verdict", "verdict"),
    /** The work stands aside because the source is busy, or goes on; a text. */
    LOAD("load", "words"),
    /** A person wants groups to cut over; a text, their names. */
    APPROVED("approved", "groups"),
    /** A person accepts findings with this run's command; a text, the reason. */
    ACCEPTED("accepted", "reason"),
    /** What the canary of a group saw; a duration, the longest time without an answer. */
    CLIENT_VIEW("client-view", "longest_gap"),
    /** Something somebody should know; a text. */
    WARNING("warning", "message");

    private final String what;
    private final String key;

    Observation(String what, String key) {
        this.what = what;
        this.key = key;
    }

    /** Its name, as {@link StageLog#observe} takes it. */
    public String what() {
        return what;
    }

    /** The key of its value; durations are written as {@link Duration#toString} writes them. */
    public String key() {
        return key;
    }

    /** The value of an event, if it is this observation. */
    public Optional<String> text(Event event) {
        return event instanceof Event.Observed observed && observed.what().equals(what)
                ? Optional.ofNullable(observed.values().get(key))
                : Optional.empty();
    }

    /** The value of an event as a duration, if it is this observation and has one. */
    public Optional<Duration> duration(Event event) {
        return text(event).flatMap(Observation::parsed);
    }

    private static Optional<Duration> parsed(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException noDuration) {
            return Optional.empty();
        }
    }
}
