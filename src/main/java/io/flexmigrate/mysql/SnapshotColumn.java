package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.Literal;
import java.util.Locale;
import java.util.Set;

/**
 * A column of a table as it is read so that nothing of it is lost.
 *
 * @param expression what to select
 * @param literal how its values are to be written into a statement
 * @param isLong whether a value may have many megabytes
 */
public record SnapshotColumn(String name, String expression, Literal literal, boolean isLong) {

    private static final Set<String> NUMBERS = Set.of(
            "tinyint",
            "smallint",
            "mediumint",
            "int",
            "integer",
            "bigint",
            "decimal",
            "numeric",
            "dec",
            "fixed",
            "year");

    /** @param dataType as {@code information_schema} says it, such as {@code enum} */
    static SnapshotColumn of(String name, String dataType) {
        String quoted = Identifier.quoted(name);
        String type = dataType.toLowerCase(Locale.ROOT);
        if (NUMBERS.contains(type)) {
            return new SnapshotColumn(name, quoted, Literal.NUMBER, false);
        }
        return switch (type) {
            // because the server prints six digits of a FLOAT; a product is a DOUBLE, and keeps the sign of -0, as a
            // sum does not
            case "float" -> new SnapshotColumn(name, quoted + " * 1E0", Literal.TEXT, false);
            // because the error value of an ENUM prints as an empty member does, and members may differ in case alone
            case "enum", "set" -> new SnapshotColumn(name, "CAST(" + quoted + " AS UNSIGNED)", Literal.NUMBER, false);
            case "json" -> new SnapshotColumn(name, quoted, Literal.JSON, true);
            default -> new SnapshotColumn(name, quoted, Literal.TEXT, LongColumns.TYPES.contains(type));
        };
    }
}
