package io.flexmigrate.mysql;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One row of an answer; column names are looked up whatever their case. */
public final class Row {

    private final Map<String, String> values;

    private Row(Map<String, String> values) {
        this.values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.values.putAll(values);
    }

    /**
     * A row of these columns.
     *
     * @param values the columns that are not NULL, as text
     */
    public static Row of(Map<String, String> values) {
        return new Row(values);
    }

    /** The column as text, or empty when it is NULL or not there. */
    public Optional<String> find(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /** The column as text; NULL and a column that is not there give an empty text. */
    public String text(String column) {
        return values.getOrDefault(column, "");
    }

    /** The column as a whole number; NULL and a column that is not there give 0. */
    public long number(String column) {
        String value = text(column);
        return value.isEmpty() ? 0 : Long.parseLong(value);
    }

    /** The value of an answer's only column. */
    public String only() {
        return values.values().stream().findFirst().orElse("");
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
