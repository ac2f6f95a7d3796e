package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A session that sees a server as it stood when the session was opened, whatever is written since. */
public final class SnapshotSession implements AutoCloseable {

    /** A server that sends nothing for so long, in the midst of rows that it need not look for, is gone. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    static final List<String> SETTINGS = List.of(
            // because rows are printed by these
            "SET SESSION sql_mode = '', time_zone = '+00:00', character_set_results = NULL, sql_quote_show_create = 1",
            // because a server may end or cut any SELECT by these
            "SET SESSION max_execution_time = 0, sql_select_limit = 18446744073709551615",
            // because rows wait for a disk, and a session waits for its turn
            "SET SESSION net_write_timeout = 86400, wait_timeout = 604800",
            "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ",
            "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");

    private final Session session;

    private SnapshotSession(Session session) {
        this.session = session;
    }

    /** Takes the snapshot now. */
    public static SnapshotSession open(MySqlServer server) {
        Session session = server.open();
        try {
            session.endureSilence(LONGEST_SILENCE);
            SETTINGS.forEach(setting -> session.execute(Sql.of("taking a snapshot", setting)));
            return new SnapshotSession(session);
        } catch (MySqlException refused) {
            session.close();
            throw refused;
        }
    }

    /** The statement that makes the table, as the server shows it. */
    public String definition(TableName table) {
        Sql sql = Sql.of("reading the definition of " + table, "SHOW CREATE TABLE " + table.quoted());
        return session.query(sql).get(0).text("Create Table");
    }

    /** The columns that a row is made of: all, invisible ones too, but those that the server generates. */
    public List<SnapshotColumn> columns(TableName table) {
        Sql sql = Sql.of("reading the columns of " + table, """
                SELECT TABLE_SCHEMA AS d, TABLE_NAME AS name, COLUMN_NAME AS col, DATA_TYPE AS type, EXTRA AS extra
                FROM information_schema.COLUMNS
                WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
                ORDER BY ORDINAL_POSITION""", table.database(), table.table());
        return session.query(sql).stream()
                // because 5.7 compares these names without regard to case
                .filter(row -> new TableName(row.text("d"), row.text("name")).equals(table))
                .filter(row -> !isGenerated(row.text("extra")))
                .map(row -> SnapshotColumn.of(row.text("col"), row.text("type")))
                .toList();
    }

    /** Not so {@code DEFAULT_GENERATED}, which says that only the default is an expression. */
    private static boolean isGenerated(String extra) {
        return extra.contains("VIRTUAL GENERATED") || extra.contains("STORED GENERATED");
    }

    /**
     * Reads all rows of a table, one after the other, however many there are.
     *
     * @param columns of that table; none at all gives rows without values
     */
    public void read(TableName table, List<SnapshotColumn> columns, RowReceiver receiver) {
        String values = columns.isEmpty()
                ? "1"
                : columns.stream().map(SnapshotColumn::expression).collect(Collectors.joining(", "));
        Sql sql = Sql.of("dumping the rows of " + table, "SELECT " + values + " FROM " + table.quoted());
        session.stream(sql, columns, receiver);
    }

    /** Ends it at once, also from another thread while rows come. */
    @Override
    public void close() {
        session.abandon();
    }
}
