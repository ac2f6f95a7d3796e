package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import java.util.Locale;
import java.util.Set;

/**
 * A column as a statement that puts a row right writes it.
 *
 * @param column how it is read
 * @param form how its values are written
 * @param characterSet of its texts; empty unless it holds texts
 */
public record RepairColumn(SnapshotColumn column, Form form, String characterSet) {

    private static final Set<String> TIMES = Set.of("date", "datetime", "timestamp", "time");
    private static final Set<String> FRACTIONS = Set.of("float", "double");
    private static final Set<String> TEXTS = Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");

    /** How a value is written so that it is the same whatever the character set and the mode of the session. */
    enum Form {
        /** As the server prints it. */
        NUMBER,
        /** Between quotes, as the number of an exact fraction would be a decimal. */
        QUOTED,
        /** In hexadecimal digits, said to be of a character set. */
        TEXT,
        /** In hexadecimal digits. */
        BYTES
    }

    /**
     * A column of this type.
     *
     * @param type as {@code information_schema} says it, such as {@code enum}
     * @param characterSet as {@code information_schema} says it
     */
    static RepairColumn of(String name, String type, String characterSet) {
        String kind = type.toLowerCase(Locale.ROOT);
        SnapshotColumn column = SnapshotColumn.of(name, kind);
        return switch (column.literal()) {
            case NUMBER -> new RepairColumn(column, Form.NUMBER, "");
            case JSON -> new RepairColumn(column, Form.TEXT, "utf8mb4");
            case TEXT -> {
                if (TIMES.contains(kind) || FRACTIONS.contains(kind)) {
                    yield new RepairColumn(column, Form.QUOTED, "");
                }
                yield TEXTS.contains(kind)
                        ? new RepairColumn(column, Form.TEXT, characterSet)
                        : new RepairColumn(column, Form.BYTES, "");
            }
        };
    }

    public String name() {
        return column.name();
    }

    String quoted() {
        return Identifier.quoted(name());
    }

    /** What is before the hexadecimal digits: every server knows utf8mb3 as utf8, and 5.7 by no other name. */
    String introducer() {
        return characterSet.isEmpty() ? "" : "_" + (characterSet.equals("utf8mb3") ? "utf8" : characterSet) + " ";
    }
}
