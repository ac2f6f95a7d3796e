package io.flexmigrate.mysql;

import java.util.Optional;

/**
 * How often a server has refused clients since it was started.
 *
 * @param logins to locked accounts: {@code Locked_connects}, refman/8.0/en/server-status-variables.html
 * @param writes because it is read-only, error 1290; 0 where the server does not count that (5.7)
 */
public record RefusedClients(long logins, long writes) {

    /** ER_OPTION_PREVENTS_STATEMENT. */
    private static final int READ_ONLY = 1290;

    /** Asks. */
    public static RefusedClients read(Session session, Dialect dialect) {
        long logins = session.first(Sql.of("counting refused logins", "SHOW GLOBAL STATUS LIKE 'Locked_connects'"))
                .map(row -> row.number("Value"))
                .orElse(0L);
        return new RefusedClients(
                logins, dialect.canPersistVariables() ? writes(session).orElse(0L) : 0L);
    }

    private static Optional<Long> writes(Session session) {
        Sql sql = Sql.of(
                "counting refused writes",
                "SELECT SUM_ERROR_RAISED AS n FROM performance_schema.events_errors_summary_global_by_error"
                        + " WHERE ERROR_NUMBER = " + READ_ONLY);
        try {
            return session.first(sql).map(row -> row.number("n"));
        } catch (MySqlException refused) {
            if (refused.isConnectionLost()) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    /** What came since then. */
    public RefusedClients since(RefusedClients before) {
        return new RefusedClients(logins - before.logins, writes - before.writes);
    }
}
