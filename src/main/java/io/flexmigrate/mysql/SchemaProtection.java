package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import java.time.Duration;
import java.util.List;

/**
 * Databases that refuse writes from everybody but replication; outlives a restart, because it stands in the data dictionary:
 * refman/8.0/en/alter-database.html#alter-database-read-only. Only where {@link Dialect#canCloseSchemas}.
 */
public record SchemaProtection(Session session) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Those of these databases that take writes. */
    public List<String> open(List<String> databases) {
        Sql sql = Sql.of(
                "looking which databases are read-only",
                "SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA_EXTENSIONS"
                        + " WHERE COALESCE(OPTIONS, '') NOT LIKE '%READ ONLY=1%' AND SCHEMA_NAME IN "
                        + Places.in(databases),
                databases.toArray());
        List<String> open =
                session.query(sql).stream().map(row -> row.text("name")).toList();
        return databases.stream().filter(open::contains).toList();
    }

    /** Refuses writes from now on; waits for open transactions there. */
    public void engage(List<String> databases) {
        databases.forEach(database -> session.execute(statement(database, true), PATIENCE));
    }

    /** Takes writes again; one that is not there is passed over, and one that takes them already. */
    public void lift(List<String> databases) {
        Sql sql = Sql.of(
                "looking which databases are read-only",
                "SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA_EXTENSIONS"
                        + " WHERE OPTIONS LIKE '%READ ONLY=1%' AND SCHEMA_NAME IN " + Places.in(databases),
                databases.toArray());
        session.query(sql).stream()
                .map(row -> row.text("name"))
                .forEach(database -> session.execute(statement(database, false), PATIENCE));
    }

    /** The statement that closes a database, or opens it. */
    static Sql statement(String database, boolean closed) {
        return Sql.of(
                (closed ? "closing" : "opening") + " the database " + database,
                "ALTER SCHEMA " + Identifier.quoted(database) + " READ ONLY = " + (closed ? 1 : 0));
    }
}
