package io.flexmigrate.stage.verify;

import io.flexmigrate.model.TableName;
import java.time.Duration;

/**
 * What comparing one table gave.
 *
 * @param words what differs; empty unless different
 * @param cost how long one checksum took on the slower side
 */
public record Verdict(TableName table, Kind kind, String words, Duration cost) {

    /** The three answers. */
    public enum Kind {
        EQUAL,
        /** It changed on every look, so no two checksums are of the same rows. */
        MOVING,
        DIFFERENT
    }

    static Verdict different(TableName table, String words) {
        return new Verdict(table, Kind.DIFFERENT, words, Duration.ZERO);
    }
}
