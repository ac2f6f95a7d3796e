package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import java.util.List;
import java.util.Set;

/**
 * How the values of a column are written so that equal ones look equal on every version, and others never do; generated columns
 * count too.
 *
 * <p>Numbers and times are their text, in which there is no comma. Texts and bytes have their length before them. Texts are
 * turned into utf8mb4; those of a character set that is a part of it already are. Long values are hashed first, so that no row
 * exceeds {@code max_allowed_packet}. NULL is {@code N}, which no other value is.
 *
 * @param type as {@code information_schema} says it, in lower case
 * @param characterSet in lower case; empty unless the column holds text
 */
public record Rendering(String name, String type, String characterSet) {

    private static final Set<String> WHOLE_NUMBERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");

    private static final Set<String> LONG_TEXTS = Set.of("tinytext", "text", "mediumtext", "longtext");

    private static final Set<String> SHORT_BYTES = Set.of("binary", "varbinary");

    private static final Set<String> LONG_BYTES = Set.of(
            "tinyblob",
            "blob",
            "mediumblob",
            "longblob",
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection",
            "geomcollection");

    private static final Set<String> PARTS_OF_UTF8MB4 = Set.of("utf8mb4", "utf8mb3", "utf8", "ascii");

    /** An expression that is never NULL. */
    String sql() {
        return "IFNULL(" + value() + ", 'N')";
    }

    /** How to write it so that it can be compared with this one of the other side. */
    public Rendering comparedWith(Rendering other) {
        return PARTS_OF_UTF8MB4.contains(other.characterSet) ? this : new Rendering(name, type, other.characterSet);
    }

    private String value() {
        if (WHOLE_NUMBERS.contains(type)) {
            // because a padded number is a text of that length
            return "CAST(" + quoted() + " + 0 AS CHAR)";
        }
        return switch (type) {
            // because its text has six digits, and as a double it has all of them
            case "float" -> "CAST(" + quoted() + " + 0e0 AS CHAR)";
            case "bit" -> "CAST(" + quoted() + " + 0 AS CHAR)";
            // because an invalid value has the text '' and so may a valid one
            case "enum", "set" -> "CONCAT(" + quoted() + " + 0, ':', " + measured(text()) + ")";
            case "json" -> hashed(canonicalJson());
            case "char", "varchar" -> measured(text());
            default -> LONG_TEXTS.contains(type) ? hashed(text()) : bytes();
        };
    }

    private String bytes() {
        String bytes = "CAST(" + quoted() + " AS BINARY)";
        if (SHORT_BYTES.contains(type)) {
            return measured(bytes);
        }
        return LONG_BYTES.contains(type) ? hashed(bytes) : "CAST(" + quoted() + " AS CHAR)";
    }

    private static String hashed(String bytes) {
        return "SHA2(" + bytes + ", 256)";
    }

    private static String measured(String bytes) {
        return "CONCAT(LENGTH(" + bytes + "), ':', " + bytes + ")";
    }

    private String text() {
        return PARTS_OF_UTF8MB4.contains(characterSet)
                ? "CAST(" + quoted() + " AS BINARY)"
                : "CAST(CONVERT(" + quoted() + " USING utf8mb4) AS BINARY)";
    }

    /** 5.7 writes the double 1.0 as 1, 8.0 as 1.0; inside texts both sides lose the same characters. */
    private String canonicalJson() {
        String text = "CONCAT(CAST(CONVERT(CAST(" + quoted() + " AS CHAR) USING utf8mb4) AS BINARY), ',')";
        for (String end : List.of(",", "]", "}")) {
            text = "REPLACE(" + text + ", '.0" + end + "', '" + end + "')";
        }
        return text;
    }

    /** A value as a person can read it. */
    String readable() {
        boolean isText = !SHORT_BYTES.contains(type) && !LONG_BYTES.contains(type) && !type.equals("bit");
        return isText ? "CONVERT(CAST(" + quoted() + " AS CHAR) USING utf8mb4)" : "HEX(" + quoted() + ")";
    }

    private String quoted() {
        return Identifier.quoted(name);
    }
}
