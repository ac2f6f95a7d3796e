package io.flexmigrate.mysql;

import io.flexmigrate.model.TableChecksum;
import io.flexmigrate.model.TableName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The same aggregate over all rows of a table on any server, computed there, the same whatever the order of rows.
 *
 * <p>Each row becomes one text, see {@link Rendering}, and that two hashes of 64 bits that have nothing to do with each other:
 * the beginning of its SHA1, and its CRC32 from both ends. SHA1 is cheaper than SHA2, and 9.7 has it while it has no
 * {@code MD5()} any more. One hash is XORed, the other is summed: an XOR alone cancels when the same change hits two rows.
 * A digest that is computed once and held in a user variable would be cheaper still, but in what order aggregates are fed is
 * anybody's guess: 8.0.15 feeds them with the variable of the row before.
 */
public record Checksums(Session session) {

    /** The visible columns of a table, in their order. */
    public List<Rendering> columns(TableName table) {
        Sql sql = Sql.of("listing the columns of " + table, """
                SELECT COLUMN_NAME AS name, DATA_TYPE AS type, CHARACTER_SET_NAME AS character_set,
                       IS_NULLABLE AS nullable, COLUMN_TYPE LIKE '%zerofill%' AS padded
                FROM information_schema.COLUMNS
                WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND EXTRA NOT LIKE '%INVISIBLE%'
                ORDER BY ORDINAL_POSITION""", table.database(), table.table());
        return session.query(sql).stream()
                .map(row -> new Rendering(
                        row.text("name"),
                        row.text("type").toLowerCase(Locale.ROOT),
                        row.text("character_set").toLowerCase(Locale.ROOT),
                        row.text("nullable").equals("YES"),
                        row.number("padded") == 1))
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
        Sql sql = Sql.of("comparing " + table, """
                SELECT COUNT(*) AS row_count,
                BIT_XOR(CAST(CONV(LEFT(SHA1({row}), 16), 16, 10) AS UNSIGNED)) AS first_hash,
                COALESCE(SUM((CRC32({row}) << 32) | CRC32(REVERSE({row}))), 0) AS second_hash
                FROM\s""".replace("{row}", row(columns)) + table.quoted() + rows);
        return session.first(sql)
                .map(answer -> new TableChecksum(
                        answer.number("row_count"), answer.text("first_hash"), answer.text("second_hash")))
                .orElseThrow(() -> new IllegalStateException("no answer for " + table));
    }

    /** A whole row, NULL never; every value can be told from its neighbours. */
    static String row(List<Rendering> columns) {
        return columns.stream().map(Rendering::sql).collect(Collectors.joining(", ", "CONCAT_WS(',', ", ")"));
    }
}
