package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One column of a unique key.
 *
 * @param type as {@code information_schema} says it, in lower case
 * @param characterSet empty unless the column holds text
 * @param collation empty unless the column holds text
 */
public record KeyPart(String name, String type, String characterSet, String collation, boolean isDescending) {

    private static final Set<String> NUMBERS =
            Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "year");
    private static final Set<String> NUMBERED = Set.of("bit", "enum", "set");
    private static final Set<String> TIMES = Set.of("date", "datetime", "timestamp", "time");
    private static final Set<String> BYTES =
            Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");
    private static final Set<String> TEXTS = Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern TIME = Pattern.compile("[-0-9:. ]+");
    private static final Pattern HEX = Pattern.compile("([0-9A-F]{2})*");

    /** Whether a value can be written so that the server finds exactly it: not so for a FLOAT. */
    boolean isExact() {
        return Set.of(NUMBERS, NUMBERED, TIMES, BYTES, TEXTS).stream().anyMatch(types -> types.contains(type));
    }

    boolean isTelling() {
        return NUMBERS.contains(type) || TIMES.contains(type);
    }

    /** Whether both sides put the values in the same order, or one in the other's from its end. */
    boolean isOrderedAs(KeyPart other) {
        return type.equals(other.type) && currentName(collation).equals(currentName(other.collation));
    }

    KeyPart inDirectionOf(KeyPart other) {
        return new KeyPart(name, type, characterSet, collation, other.isDescending);
    }

    String quoted() {
        return Identifier.quoted(name);
    }

    /** What to select for the value as a {@link io.flexmigrate.model.RowKey} holds it. */
    String selected() {
        if (BYTES.contains(type) || TEXTS.contains(type)) {
            return "HEX(" + quoted() + ")";
        }
        return NUMBERED.contains(type) ? "CAST(" + quoted() + " AS UNSIGNED)" : "CAST(" + quoted() + " AS CHAR)";
    }

    /** The value as SQL writes it, whatever the connection's character set is. */
    String literal(String value) {
        if (BYTES.contains(type)) {
            return "x'" + checked(HEX, value) + "'";
        }
        if (TEXTS.contains(type)) {
            return "_" + characterSet + " x'" + checked(HEX, value) + "' COLLATE " + collation;
        }
        return TIMES.contains(type) ? "'" + checked(TIME, value) + "'" : checked(NUMBER, value);
    }

    private static String checked(Pattern pattern, String value) {
        return Optional.of(value)
                .filter(text -> pattern.matcher(text).matches())
                .orElseThrow(() -> new IllegalArgumentException("no value of a key: " + value));
    }

    /** utf8 is called utf8mb3 since 8.0.30: refman/8.0/en/charset-unicode-utf8mb3.html. */
    private static String currentName(String collation) {
        return collation.toLowerCase(Locale.ROOT).replaceFirst("^utf8_", "utf8mb3_");
    }
}
