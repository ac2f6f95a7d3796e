package io.flexmigrate.mysql;

import io.flexmigrate.model.TableChecksum;
import io.flexmigrate.model.TableName;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The same aggregate over all rows of a table on any server, computed there, the same whatever the order of rows.
 *
 * <p>Each row becomes one text, see {@link Rendering}, and that its SHA2, as 9.6 has neither {@code MD5()} nor {@code SHA1()}
 * any more. The first 27 of its hexadecimal digits, which are 108 bits, are summed as one number: the hexadecimal digits of
 * their characters are all decimal (a is 61), and that is read as a decimal. So the row is rendered and hashed once, where two
 * aggregates would do it twice, {@code CONV()} gives 64 bits at most, and a user variable is of no use: 8.0.15 feeds the
 * aggregates with what it was for the row before. It is a sum, not an XOR, which would cancel when the same change hits two
 * rows; there is room for 10<sup>11</sup> rows, as a decimal has 65 digits.
 */
public record Checksums(Session session) {

    private static final BigInteger LOW = BigInteger.TEN.pow(28);

    /** The visible columns of a table, in their order. */
    public List<Rendering> columns(TableName table) {
        Sql sql = Sql.of("listing the columns of " + table, """
                SELECT COLUMN_NAME AS name, DATA_TYPE AS type, CHARACTER_SET_NAME AS character_set
                FROM information_schema.COLUMNS
                WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND EXTRA NOT LIKE '%INVISIBLE%'
                ORDER BY ORDINAL_POSITION""", table.database(), table.table());
        return session.query(sql).stream()
                .map(row -> new Rendering(
                        row.text("name"),
                        row.text("type").toLowerCase(Locale.ROOT),
                        row.text("character_set").toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Makes the session render values the same on every server; to be called once before {@link #of}. */
    public void prepare() {
        session.query(Sql.of(
                "preparing to compare",
                "SET SESSION time_zone = '+00:00', SESSION sql_mode = '', SESSION group_concat_max_len = 1048576"));
    }

    /** Reads the whole table once. */
    public TableChecksum of(TableName table, List<Rendering> columns) {
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

    /** @param rows which of them: an index to use and a condition; may be empty */
    TableChecksum of(TableName table, List<Rendering> columns, String rows) {
        Sql sql = Sql.of(
                "comparing " + table,
                "SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(HEX(LEFT(SHA2(" + row(columns)
                        + ", 256), 27)) AS DECIMAL(54))), 0) AS hash_sum FROM " + table.quoted() + rows);
        return session.first(sql)
                .map(Checksums::checksum)
                .orElseThrow(() -> new IllegalStateException("no answer for " + table));
    }

    private static TableChecksum checksum(Row answer) {
        BigInteger[] parts = new BigInteger(answer.text("hash_sum")).divideAndRemainder(LOW);
        return new TableChecksum(answer.number("row_count"), parts[0].toString(), parts[1].toString());
    }

    /** A whole row, NULL never; every value can be told from its neighbours. */
    static String row(List<Rendering> columns) {
        return columns.stream().map(Rendering::sql).collect(Collectors.joining(", ", "CONCAT_WS(',', ", ")"));
    }
}
