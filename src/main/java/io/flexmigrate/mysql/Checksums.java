package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.TableChecksum;
import io.flexmigrate.model.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The same aggregate over all rows of a table on any server, computed there, the same whatever the order of rows.
 *
 * <p>Each row becomes one binary text: every column cast explicitly and quoted, so that neither NULL nor a separator inside
 * a value can be mistaken. Long columns are hashed first, so that no row exceeds {@code max_allowed_packet}. Two hashes are
 * summed, not XORed: an XOR cancels when the same change hits two rows. {@code MD5()} is not used: 9.7 has none.
 */
public record Checksums(Session session) {

    private static final Set<String> LONG_TYPES =
            Set.of("tinytext", "text", "mediumtext", "longtext", "tinyblob", "blob", "mediumblob", "longblob", "json");
    private static final Set<String> BINARY_TYPES = Set.of(
            "binary",
            "varbinary",
            "bit",
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

    /** A column of a table; generated columns count too, invisible ones do not. */
    public record Column(String name, String type) {

        boolean isLong() {
            return LONG_TYPES.contains(type) || BINARY_TYPES.contains(type);
        }

        boolean isText() {
            return !BINARY_TYPES.contains(type);
        }
    }

    /** The visible columns of a table, in their order. */
    public List<Column> columns(TableName table) {
        Sql sql = Sql.of("listing the columns of " + table, """
                SELECT COLUMN_NAME AS name, DATA_TYPE AS type FROM information_schema.COLUMNS
                WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND EXTRA NOT LIKE '%INVISIBLE%'
                ORDER BY ORDINAL_POSITION""", table.database(), table.table());
        return session.query(sql).stream()
                .map(row -> new Column(row.text("name"), row.text("type").toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Makes the session render values the same on every server; to be called once before {@link #of}. */
    public void prepare() {
        session.query(Sql.of(
                "preparing to compare",
                "SET SESSION time_zone = '+00:00', SESSION sql_mode = '', SESSION group_concat_max_len = 1048576"));
    }

    /** Reads the whole table once. */
    public TableChecksum of(TableName table, List<Column> columns) {
        return of(table, columns, "");
    }

    /** How many rows a table has; the hashes are empty. */
    public TableChecksum count(TableName table) {
        return count(table, "");
    }

    /** @param rows which of them: an index to use and a condition */
    TableChecksum count(TableName table, String rows) {
        Sql sql = Sql.of("counting " + table, "SELECT COUNT(*) AS row_count FROM " + table.quoted() + rows);
        return session.first(sql)
                .map(answer -> new TableChecksum(answer.number("row_count"), "", ""))
                .orElseThrow(() -> new IllegalStateException("no answer for " + table));
    }

    /** @param rows which of them: an index to use and a condition */
    TableChecksum of(TableName table, List<Column> columns, String rows) {
        String row = row(columns);
        Sql sql = Sql.of(
                "comparing " + table,
                "SELECT COUNT(*) AS row_count, COALESCE(SUM(CRC32(r)), 0) AS first_sum,"
                        + " COALESCE(SUM(CAST(CONV(LEFT(SHA2(r, 256), 15), 16, 10) AS UNSIGNED)), 0) AS second_sum"
                        + " FROM (SELECT " + row + " AS r FROM " + table.quoted() + rows + ") AS rendered");
        return session.first(sql)
                .map(answer -> new TableChecksum(
                        answer.number("row_count"), answer.text("first_sum"), answer.text("second_sum")))
                .orElseThrow(() -> new IllegalStateException("no answer for " + table));
    }

    /** The rendering of a whole row, NULL never. */
    static String row(List<Column> columns) {
        return columns.stream().map(Checksums::rendered).collect(Collectors.joining(", ", "CONCAT_WS(',', ", ")"));
    }

    /** A value as a person can read it. */
    static String readable(Column column) {
        String name = Identifier.quoted(column.name());
        return column.isText() ? "CONVERT(CAST(" + name + " AS CHAR) USING utf8mb4)" : "HEX(" + name + ")";
    }

    /** 5.7 writes the double 1.0 as 1, 8.0 as 1.0; inside texts both sides lose the same characters. */
    private static String canonicalJson(String name) {
        String text = "CONCAT(CAST(CONVERT(CAST(" + name + " AS CHAR) USING utf8mb4) AS BINARY), ',')";
        for (String end : List.of(",", "]", "}")) {
            text = "REPLACE(" + text + ", '.0" + end + "', '" + end + "')";
        }
        return text;
    }

    static String rendered(Column column) {
        String name = Identifier.quoted(column.name());
        if (column.type().equals("float")) {
            // because its text has six digits, and as a double it has all of them
            return "QUOTE(CAST(" + name + " + 0e0 AS CHAR))";
        }
        if (column.type().equals("enum") || column.type().equals("set")) {
            // because an invalid value has the text '' and so may a valid one
            return "QUOTE(CONCAT(" + name + " + 0, ':', CAST(CONVERT(CAST(" + name
                    + " AS CHAR) USING utf8mb4) AS BINARY)))";
        }
        if (column.type().equals("json")) {
            return "QUOTE(SHA2(" + canonicalJson(name) + ", 256))";
        }
        String bytes = column.isText()
                ? "CAST(CONVERT(CAST(" + name + " AS CHAR) USING utf8mb4) AS BINARY)"
                : "CAST(" + name + " AS BINARY)";
        return column.isLong() ? "QUOTE(SHA2(" + bytes + ", 256))" : "QUOTE(" + bytes + ")";
    }
}
