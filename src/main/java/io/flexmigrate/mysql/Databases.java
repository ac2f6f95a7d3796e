package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The databases of a server and the base tables in them. */
public record Databases(Session session) {

    static final String SYSTEM = "('mysql', 'sys', 'information_schema', 'performance_schema')";
    private static final Set<String> SYSTEM_NAMES = Set.of("mysql", "sys", "information_schema", "performance_schema");

    /** How text is stored in a database when a table does not say. */
    public record Defaults(String characterSet, String collation) {}

    /** All databases but the system's own and our heartbeats, in alphabetical order. */
    public List<String> names() {
        Sql sql = Sql.of(
                "listing the databases",
                "SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA WHERE SCHEMA_NAME NOT IN " + SYSTEM
                        + " ORDER BY SCHEMA_NAME");
        return session.query(sql).stream()
                .map(row -> row.text("name"))
                .filter(name -> !HeartbeatDatabase.isOne(name))
                .toList();
    }

    /** How text is stored in each of these databases; one that is not there is left out. */
    public Map<String, Defaults> defaults(List<String> databases) {
        Sql sql = Sql.of(
                "reading the character sets of the databases",
                "SELECT SCHEMA_NAME AS name, DEFAULT_CHARACTER_SET_NAME AS cs, DEFAULT_COLLATION_NAME AS co"
                        + " FROM information_schema.SCHEMATA WHERE SCHEMA_NAME IN " + Places.in(databases),
                databases.toArray());
        Map<String, Defaults> defaults = new TreeMap<>();
        session.query(sql).forEach(row -> defaults.put(row.text("name"), new Defaults(row.text("cs"), row.text("co"))));
        return defaults;
    }

    /** Base tables of these databases with engine, estimated size and whether they have a primary key. */
    public List<TableSize> tables(List<String> databases) {
        return new Tables(session).sizes(databases);
    }

    /** The names of the base tables of these databases. */
    public List<TableName> tableNames(List<String> databases) {
        return new Tables(session).names(databases);
    }

    /** Number of tables, views, routines and events in a database; 0 when it is not there. */
    public long objectCount(String database) {
        return objectCounts().getOrDefault(database, 0L);
    }

    /** Number of tables, views, routines and events in each database but the system's own and our heartbeats. */
    public Map<String, Long> objectCounts() {
        Sql sql = Sql.of("looking into the databases", """
                SELECT SCHEMA_NAME AS d, 0 AS n FROM information_schema.SCHEMATA
                UNION ALL SELECT TABLE_SCHEMA, COUNT(*) FROM information_schema.TABLES GROUP BY TABLE_SCHEMA
                UNION ALL SELECT ROUTINE_SCHEMA, COUNT(*) FROM information_schema.ROUTINES GROUP BY ROUTINE_SCHEMA
                UNION ALL SELECT EVENT_SCHEMA, COUNT(*) FROM information_schema.EVENTS GROUP BY EVENT_SCHEMA""");
        Map<String, Long> counts = new TreeMap<>();
        session.query(sql).stream()
                .filter(row -> !SYSTEM_NAMES.contains(row.text("d")) && !HeartbeatDatabase.isOne(row.text("d")))
                .forEach(row -> counts.merge(row.text("d"), row.number("n"), Long::sum));
        return counts;
    }

    public boolean exists(String database) {
        return names().stream().anyMatch(name -> name.equalsIgnoreCase(database));
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
