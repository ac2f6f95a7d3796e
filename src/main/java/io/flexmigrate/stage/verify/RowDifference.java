package io.flexmigrate.stage.verify;

import io.flexmigrate.model.TableName;
import java.util.List;

/**
 * One row that is not the same on both sides.
 *
 * @param key the row in words: its key, or its hash in a table without a key
 * @param shownKey the same with its values as they are
 * @param columns those that differ; empty unless the row is on both sides
 * @param place where it is found again
 */
public record RowDifference(
        TableName table, Kind kind, String key, String shownKey, List<ColumnDifference> columns, RowPlace place) {

    /** How a row can differ. */
    public enum Kind {
        MISSING("is missing on the target"),
        EXTRA("is on the target only"),
        CHANGED("differs");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** A column whose values differ: both masked, and both as they are. */
    public record ColumnDifference(String name, Masked source, Masked target) {}

    /** A value as it may be told to anybody, and as it is. */
    public record Masked(String masked, String shown) {}

    public RowDifference {
        columns = List.copyOf(columns);
    }

    /**
     * The difference in one line.
     *
     * @param showValues whether values may be told
     */
    public String words(boolean showValues) {
        StringBuilder words = new StringBuilder()
                .append("row (")
                .append(showValues ? shownKey : key)
                .append(") ")
                .append(kind.words);
        columns.forEach(column -> words.append("; ")
                .append(column.name())
                .append(": source ")
                .append(showValues ? column.source().shown() : column.source().masked())
                .append(", target ")
                .append(showValues ? column.target().shown() : column.target().masked()));
        return words.toString();
    }
}
