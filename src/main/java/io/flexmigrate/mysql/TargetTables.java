package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.TableForeignKey;
import io.flexmigrate.model.TableIndex;
import io.flexmigrate.model.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes tables of one database, and what is added to them once their rows are in.
 *
 * <p>Its session works inside the database, so that what goes on there after our death can be found.
 */
public record TargetTables(Session session, String database) {

    /** The server's own bound is a year: refman/8.0/en/server-system-variables.html#sysvar_lock_wait_timeout. */
    private static final int LOCK_WAIT_SECONDS = 600;

    /**
     * Prepares the session.
     *
     * <p>The strict modes would refuse what the source holds, such as a default of 0000-00-00. Foreign keys are not checked,
     * because the snapshot is consistent; keys that are to be unique always are.
     *
     * @param collation see {@link Dialect#collationOf}
     */
    public void prepare(String collation) {
        session.execute(Sql.of("opening the database " + database, "USE " + Identifier.quoted(database)));
        String more = collation.isEmpty() ? "" : ", " + collation;
        session.execute(Sql.of(
                "preparing the session",
                "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO', foreign_key_checks = 0, lock_wait_timeout = "
                        + LOCK_WAIT_SECONDS + more));
    }

    /** Makes a table. */
    public void create(TableName table, String statement) {
        session.execute(Sql.of("creating the table " + table, statement));
    }

    /** Drops tables that may be there or not. */
    public void drop(List<TableName> tables) {
        if (!tables.isEmpty()) {
            session.execute(Sql.of(
                    "dropping what was begun in " + database,
                    tables.stream()
                            .map(TableName::quoted)
                            .collect(Collectors.joining(", ", "DROP TABLE IF EXISTS ", ""))));
        }
    }

    /** Builds indexes of a table in one statement. */
    public void build(TableName table, List<TableIndex> indexes) {
        String names = indexes.stream().map(TableIndex::name).collect(Collectors.joining(", "));
        alter(
                "building the index(es) " + names + " of " + table,
                table,
                indexes.stream().map(TableIndex::definition).toList());
    }

    /** Adds foreign keys to a table in one statement, without looking at its rows. */
    public void add(TableName table, List<TableForeignKey> keys) {
        String names = keys.stream().map(TableForeignKey::name).collect(Collectors.joining(", "));
        alter(
                "adding the foreign key(s) " + names + " of " + table,
                table,
                keys.stream().map(TableForeignKey::definition).toList());
    }

    private void alter(String purpose, TableName table, List<String> definitions) {
        session.execute(Sql.of(
                purpose,
                definitions.stream()
                        .collect(Collectors.joining(", ADD ", "ALTER TABLE " + table.quoted() + " ADD ", ""))));
    }

    /** The names of all indexes a table has now, in lower case, which the server does not tell from upper. */
    public Set<String> indexes(TableName table) {
        Sql sql = Sql.of(
                "listing the indexes of " + table,
                "SELECT DISTINCT INDEX_NAME AS name FROM information_schema.STATISTICS"
                        + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?",
                table.database(),
                table.table());
        return session.query(sql).stream()
                .map(row -> row.text("name").toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of the foreign keys of every table of the database that has any, all in lower case. */
    public Map<String, Set<String>> foreignKeys() {
        Sql sql = Sql.of(
                "listing the foreign keys in " + database,
                "SELECT TABLE_NAME AS t, CONSTRAINT_NAME AS name FROM information_schema.REFERENTIAL_CONSTRAINTS"
                        + " WHERE CONSTRAINT_SCHEMA = ?",
                database);
        Map<String, Set<String>> keys = new TreeMap<>();
        session.query(sql)
                .forEach(row -> keys.computeIfAbsent(row.text("t").toLowerCase(Locale.ROOT), table -> new TreeSet<>())
                        .add(row.text("name").toLowerCase(Locale.ROOT)));
        return keys;
    }
}
