package io.flexmigrate.stage.verify;

import io.flexmigrate.model.TableName;
import java.time.Duration;
import java.util.List;

/**
 * What comparing one table gave.
 *
 * @param words what differs; empty unless different
 * @param rows those that differ, as far as they were looked for
 * @param isComplete whether all of those were looked for
 * @param coverage how many chunks were compared
 * @param cost how long the checksums took on the slower side
 */
public record Verdict(
        TableName table,
        Kind kind,
        String words,
        List<RowDifference> rows,
        boolean isComplete,
        Coverage coverage,
        Duration cost) {

    /** The three answers. */
    public enum Kind {
        EQUAL,
        /** It changed on every look, so no two checksums are of the same rows. */
        MOVING,
        DIFFERENT
    }

    public Verdict {
        rows = List.copyOf(rows);
    }

    static Verdict equal(TableName table) {
        return new Verdict(table, Kind.EQUAL, "", List.of(), true, new Coverage(0, 0), Duration.ZERO);
    }

    static Verdict different(TableName table, String words) {
        return new Verdict(table, Kind.DIFFERENT, words, List.of(), true, new Coverage(0, 0), Duration.ZERO);
    }
}
