package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a table without a key: each by its hash, and how many there are of it. */
public record RowBag(Session session, TableName table, List<Rendering> columns) {

    private static final int GROUP_DIGITS = 3;

    public RowBag {
        columns = List.copyOf(columns);
    }

    /** A checksum for each group of rows whose hashes begin alike. */
    public Map<String, String> groups() {
        return read("SELECT LEFT(h, " + GROUP_DIGITS + ") AS name, CONCAT_WS(':', COUNT(*),"
                + " SUM(CAST(CONV(SUBSTRING(h, 4, 15), 16, 10) AS UNSIGNED))) AS value FROM (SELECT " + hash()
                + " AS h FROM " + table.quoted() + ") AS hashed GROUP BY name");
    }

    /** How many rows a checksum of {@link #groups} is of; 0 when it is empty. */
    public static long rowsOf(String checksum) {
        return checksum.isEmpty() ? 0 : Long.parseLong(checksum.substring(0, checksum.indexOf(':')));
    }

    /** How many rows there are of each hash of these groups; at least one. */
    public Map<String, String> rows(List<String> groups) {
        return read("SELECT h AS name, COUNT(*) AS value FROM (SELECT " + hash() + " AS h FROM " + table.quoted()
                + ") AS hashed WHERE LEFT(h, " + GROUP_DIGITS + ") IN ('" + String.join("', '", groups)
                + "') GROUP BY name");
    }

    /** The values of a row with this hash; none when it is gone. */
    public RowValues row(String hash) {
        String text = "SELECT " + RowValues.selected(columns) + " FROM " + table.quoted() + " WHERE "
                + condition(columns, hash) + " LIMIT 1";
        return session.first(Sql.of("reading a row of " + table, text))
                .map(answer -> RowValues.of(columns, answer))
                .orElseGet(() -> new RowValues(Map.of()));
    }

    private String hash() {
        return hash(columns);
    }

    private static String hash(List<Rendering> columns) {
        return "SHA2(" + Checksums.row(columns) + ", 256)";
    }

    /** What finds the rows with this hash, in a session that was prepared by {@link Checksums}. */
    public static String condition(List<Rendering> columns, String hash) {
        return hash(columns) + " = '" + hash + "'";
    }

    private Map<String, String> read(String text) {
        Map<String, String> answer = new HashMap<>();
        session.query(Sql.of("comparing rows of " + table, text))
                .forEach(row -> answer.put(row.text("name"), row.text("value")));
        return answer;
    }
}
