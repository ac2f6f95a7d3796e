package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Databases that refuse writes from everybody but replication; outlives a restart, because it stands in the data dictionary:
 * refman/8.0/en/alter-database.html#alter-database-read-only. Only where {@link Dialect#canCloseSchemas}.
 */
public record SchemaProtection(Session session) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Those of these databases that take writes. */
    public List<String> open(List<String> databases) {
        List<String> open = those(databases, false);
        return databases.stream().filter(open::contains).toList();
    }

    /**
     * Refuses writes from now on; waits for open transactions there. All in one request of a session that
     * {@link Session#allowSeveral takes several}, and that waits for a lock as long as its {@code lock_wait_timeout} says.
     *
     * @param then what to ask in the same request when they are closed
     * @return the answer to it
     */
    public List<Row> engage(List<String> databases, Sql then) {
        List<Sql> statements = new ArrayList<>();
        for (String database : databases) {
            statements.add(statement(database, true));
        }
        return session.answers(statements, List.of(then), PATIENCE.multipliedBy(databases.size()))
                .get(0);
    }

    /** Takes writes again; one that is not there is passed over, and one that takes them already. */
    public void lift(List<String> databases) {
        those(databases, true).forEach(database -> session.execute(statement(database, false), PATIENCE));
    }

    private List<String> those(List<String> databases, boolean closed) {
        Sql sql = Sql.of(
                "looking which databases are read-only",
                "SELECT SCHEMA_NAME AS name, COALESCE(OPTIONS, '') LIKE '%READ ONLY=1%' AS closed"
                        + " FROM information_schema.SCHEMATA_EXTENSIONS WHERE SCHEMA_NAME IN "
                        + Places.in(databases),
                databases.toArray());
        return session.query(sql).stream()
                .filter(row -> closed == (row.number("closed") == 1))
                .map(row -> row.text("name"))
                .toList();
    }

    /** The statement that lets it take writes again. */
    public static Sql opening(String database) {
        return statement(database, false);
    }

    /** The statement that closes a database, or opens it. */
    static Sql statement(String database, boolean closed) {
        return Sql.of(
                (closed ? "closing" : "opening") + " the database " + database,
                "ALTER SCHEMA " + Identifier.quoted(database) + " READ ONLY = " + (closed ? 1 : 0));
    }
}
