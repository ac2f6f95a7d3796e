package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The databases of a server and the base tables in them. */
public record Databases(Session session) {

    static final String SYSTEM = "('mysql', 'sys', 'information_schema', 'performance_schema')";

    /** How text is stored in a database when a table does not say. */
    public record Defaults(String characterSet, String collation) {}

    /** All databases but the system's own, in alphabetical order. */
    public List<String> names() {
        Sql sql = Sql.of(
                "listing the databases",
                "SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA WHERE SCHEMA_NAME NOT IN " + SYSTEM
                        + " ORDER BY SCHEMA_NAME");
        return session.query(sql).stream().map(row -> row.text("name")).toList();
    }

    /** Empty when there is no such database. */
    public Optional<Defaults> defaults(String database) {
        Sql sql = Sql.of(
                "reading the character set of " + database,
                "SELECT DEFAULT_CHARACTER_SET_NAME AS cs, DEFAULT_COLLATION_NAME AS co FROM information_schema.SCHEMATA"
                        + " WHERE SCHEMA_NAME = ?",
                database);
        return session.first(sql).map(row -> new Defaults(row.text("cs"), row.text("co")));
    }

    /** Base tables of these databases with engine, estimated size and whether they have a primary key. */
    public List<TableSize> tables(List<String> databases) {
        return databases.stream().flatMap(database -> tables(database).stream()).toList();
    }

    private List<TableSize> tables(String database) {
        Set<String> withPrimaryKey = new TreeSet<>();
        Sql keys = Sql.of(
                "listing the primary keys of " + database,
                "SELECT TABLE_NAME AS name FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = ?"
                        + " AND CONSTRAINT_TYPE = 'PRIMARY KEY'",
                database);
        session.query(keys).forEach(row -> withPrimaryKey.add(row.text("name")));
        Sql tables = Sql.of("listing the tables of " + database, """
                SELECT TABLE_NAME AS name, ENGINE AS engine, TABLE_ROWS AS estimate,
                       COALESCE(DATA_LENGTH, 0) AS data_bytes, COALESCE(INDEX_LENGTH, 0) AS index_bytes
                FROM information_schema.TABLES
                WHERE TABLE_SCHEMA = ? AND TABLE_TYPE = 'BASE TABLE' ORDER BY TABLE_NAME""", database);
        return session.query(tables).stream()
                .map(row -> new TableSize(
                        new TableName(database, row.text("name")),
                        row.text("engine"),
                        row.number("estimate"),
                        row.number("data_bytes"),
                        row.number("index_bytes"),
                        withPrimaryKey.contains(row.text("name"))))
                .toList();
    }

    /** Number of tables, views, routines and events in a database; 0 when it is not there. */
    public long objectCount(String database) {
        Sql sql = Sql.of(
                "looking into " + database,
                "SELECT (SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?)"
                        + " + (SELECT COUNT(*) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = ?)"
                        + " + (SELECT COUNT(*) FROM information_schema.EVENTS WHERE EVENT_SCHEMA = ?) AS objects",
                database,
                database,
                database);
        return session.first(sql).map(row -> row.number("objects")).orElse(0L);
    }

    public boolean exists(String database) {
        return names().stream().anyMatch(name -> name.equalsIgnoreCase(database));
    }

    public boolean exists(TableName table) {
        Sql sql = Sql.of(
                "looking for " + table,
                "SELECT 1 AS found FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?",
                table.database(),
                table.table());
        return session.first(sql).isPresent();
    }

    public void create(String database, Defaults defaults) {
        session.execute(Sql.of(
                "creating the database " + database,
                "CREATE DATABASE " + Identifier.quoted(database) + " CHARACTER SET " + defaults.characterSet()
                        + " COLLATE " + defaults.collation()));
    }

    public void drop(String database) {
        session.execute(
                Sql.of("dropping the database " + database, "DROP DATABASE IF EXISTS " + Identifier.quoted(database)));
    }

    /** Rows of a table, counted one by one. */
    public long countRows(TableName table) {
        Sql sql = Sql.of("counting the rows of " + table, "SELECT COUNT(*) AS n FROM " + table.quoted());
        return session.first(sql).map(row -> row.number("n")).orElse(0L);
    }

    /** Renews the optimiser's statistics of a table. */
    public void analyze(TableName table) {
        session.execute(Sql.of("analysing " + table, "ANALYZE TABLE " + table.quoted()));
    }
}
