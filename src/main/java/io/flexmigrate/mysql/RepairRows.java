package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of a server as they stand at one moment, written as the values of statements. */
public final class RepairRows implements AutoCloseable {

    private final Session session;

    private RepairRows(Session session) {
        this.session = session;
    }

    /** Sees the server as it is now, whatever is written to it later. */
    public static RepairRows of(MySqlServer server) {
        Session session = server.open();
        try {
            SnapshotSession.SETTINGS.forEach(setting -> session.execute(Sql.of("reading rows", setting)));
            return new RepairRows(session);
        } catch (MySqlException refused) {
            session.close();
            throw refused;
        }
    }

    /** The columns a row is made of: invisible ones too, but not those that the server generates. */
    public List<RepairColumn> columns(TableName table) {
        Sql sql = Sql.of("listing the columns of " + table, """
                SELECT COLUMN_NAME AS name, DATA_TYPE AS type, CHARACTER_SET_NAME AS character_set, EXTRA AS extra
                FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
                ORDER BY ORDINAL_POSITION""", table.database(), table.table());
        return session.query(sql).stream()
                .filter(row -> !isGenerated(row.text("extra")))
                .map(row -> RepairColumn.of(row.text("name"), row.text("type"), row.text("character_set")))
                .toList();
    }

    /** Not so {@code DEFAULT_GENERATED}, which says that only the default is an expression. */
    private static boolean isGenerated(String extra) {
        return extra.contains("VIRTUAL GENERATED") || extra.contains("STORED GENERATED");
    }

    /** Names of the table's triggers, which fire for every statement. */
    public List<String> triggers(TableName table) {
        Sql sql = Sql.of("listing the triggers of " + table, """
                SELECT TRIGGER_NAME AS name FROM information_schema.TRIGGERS
                WHERE EVENT_OBJECT_SCHEMA = ? AND EVENT_OBJECT_TABLE = ?""", table.database(), table.table());
        return session.query(sql).stream().map(row -> row.text("name")).toList();
    }

    /** Those of these columns that another server has too, which takes values for them. */
    public static List<RepairColumn> common(List<RepairColumn> columns, List<RepairColumn> other) {
        Set<String> there = other.stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return columns.stream()
                .filter(column -> there.contains(column.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The key of the row that this one finds: another one where the column's collation takes two texts for the same. */
    public Optional<RowKey> find(TableName table, ChunkKey key, RowKey row) {
        String text = "SELECT " + key.selected() + " FROM " + table.quoted() + " WHERE " + key.equal(row);
        return session.first(Sql.of("looking for a row of " + table, text)).map(key::of);
    }

    /** Whether a row holds the error value of an ENUM, which a strict session takes from nobody. */
    public boolean isInvalid(TableName table, String condition) {
        Sql enums = Sql.of(
                "listing the columns of " + table,
                "SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?"
                        + " AND DATA_TYPE = 'enum'",
                table.database(),
                table.table());
        String invalid = session.query(enums).stream()
                .map(row -> "CAST(" + Identifier.quoted(row.text("name")) + " AS UNSIGNED) = 0")
                .collect(Collectors.joining(" OR "));
        String text = "SELECT 1 FROM " + table.quoted() + " WHERE " + condition + " AND (" + invalid + ") LIMIT 1";
        return !invalid.isEmpty()
                && session.first(Sql.of("reading a row of " + table, text)).isPresent();
    }

    public boolean isThere(TableName table, String condition) {
        String text = "SELECT 1 FROM " + table.quoted() + " WHERE " + condition + " LIMIT 1";
        return session.first(Sql.of("looking for a row of " + table, text)).isPresent();
    }

    /** Writes the values of the first row with this condition; nothing when there is none. */
    public void write(TableName table, List<RepairColumn> columns, String condition, Appendable out) {
        RepairValues values = new RepairValues(columns, out);
        List<SnapshotColumn> read = columns.stream().map(RepairColumn::column).toList();
        String text = "SELECT "
                + read.stream().map(SnapshotColumn::expression).collect(Collectors.joining(", ")) + " FROM "
                + table.quoted() + " WHERE " + condition + " LIMIT 1";
        session.stream(Sql.of("reading a row of " + table, text), read, values);
    }

    @Override
    public void close() {
        session.close();
    }
}
