package io.flexmigrate.mysql;

import io.flexmigrate.mysql.Clients.Client;

/**
 * Ends sessions of others, or what they are at. A flexible server lets nobody do so but by a procedure of its own
 * (learn.microsoft.com/azure/mysql/flexible-server/how-to-troubleshoot-high-cpu-utilization), which is used from the first refusal
 * on.
 */
final class SessionEnding {

    /** ER_NO_SUCH_THREAD. */
    private static final int NO_SUCH_THREAD = 1094;

    /** ER_KILL_DENIED_ERROR. */
    private static final int KILL_DENIED = 1095;

    private final Session session;
    private boolean byProcedure;

    SessionEnding(Session session) {
        this.session = session;
    }

    /** Ends a session; one that is gone already is no error. */
    void end(Client client) {
        if (!byProcedure) {
            try {
                unlessGone(Sql.of("ending " + client.label(), "KILL " + client.id()));
                return;
            } catch (MySqlException refused) {
                if (refused.errorNumber() != KILL_DENIED) {
                    throw refused;
                }
                byProcedure = true;
            }
        }
        unlessGone(Sql.of("ending " + client.label(), "CALL mysql.az_kill(" + client.id() + ")"));
    }

    /** Ends the statement a session is at, not the session; one that is gone already is no error. */
    void endStatement(Client client) {
        unlessGone(Sql.of("ending the statement of " + client.label(), "KILL QUERY " + client.id()));
    }

    private void unlessGone(Sql sql) {
        try {
            session.execute(sql);
        } catch (MySqlException refused) {
            if (refused.errorNumber() != NO_SUCH_THREAD) {
                throw refused;
            }
        }
    }
}
