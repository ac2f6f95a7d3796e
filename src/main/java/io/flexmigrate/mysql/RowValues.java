package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** The values of one row, each as a hash and as a text for people; column names in their order. */
public record RowValues(Map<String, Value> values) {

    /**
     * One value.
     *
     * @param hash over its canonical rendering, in hexadecimal digits
     * @param text its beginning, bytes as hexadecimal digits; empty for NULL
     * @param bytes its length; 0 for NULL
     */
    public record Value(String hash, Optional<String> text, long bytes) {

        /** What may be told without telling the value. */
        public String masked() {
            return text.isEmpty() ? "NULL" : bytes + " byte(s), hash " + hash.substring(0, Math.min(8, hash.length()));
        }

        /** What a person may see who asked for it. */
        public String shown() {
            return text.map(value -> "'" + value + "'").orElse("NULL");
        }
    }

    private static final int LONGEST_SHOWN = 200;

    public RowValues {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static String selected(List<Rendering> columns) {
        StringJoiner selected = new StringJoiner(", ");
        for (int i = 0; i < columns.size(); i++) {
            Rendering column = columns.get(i);
            selected.add("SHA2(" + column.sql() + ", 256) AS h" + i);
            selected.add("LEFT(" + column.readable() + ", " + LONGEST_SHOWN + ") AS v" + i);
            selected.add("LENGTH(" + Identifier.quoted(column.name()) + ") AS n" + i);
        }
        return selected.toString();
    }

    static RowValues of(List<Rendering> columns, Row row) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i).name(), new Value(row.text("h" + i), row.find("v" + i), row.number("n" + i)));
        }
        return new RowValues(values);
    }
}
