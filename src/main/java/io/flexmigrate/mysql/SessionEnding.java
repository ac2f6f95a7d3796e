package io.flexmigrate.mysql;

import io.flexmigrate.mysql.Clients.Client;
import java.util.List;

/**
 * Ends sessions of others, or what they are at. A flexible server lets nobody do so but by a procedure of its own
 * (learn.microsoft.com/azure/mysql/flexible-server/how-to-troubleshoot-high-cpu-utilization), which is used from the first refusal
 * on, or at once where that is expected.
 */
final class SessionEnding {

    /** ER_NO_SUCH_THREAD. */
    private static final int NO_SUCH_THREAD = 1094;

    /** ER_KILL_DENIED_ERROR. */
    private static final int KILL_DENIED = 1095;

    /** ER_SP_DOES_NOT_EXIST. */
    private static final int NO_SUCH_PROCEDURE = 1305;

    private final Session session;
    private boolean byProcedure;
    private boolean hasTurned;

    /** One that tries KILL first. */
    SessionEnding(Session session) {
        this(session, false);
    }

    /** @param byProcedure whether KILL is expected to be refused, which would be one answer more to wait for */
    SessionEnding(Session session, boolean byProcedure) {
        this.session = session;
        this.byProcedure = byProcedure;
    }

    /** Ends a session; one that is gone already is no error. */
    void end(Client client) {
        if (!isDone(client, byProcedure)) {
            byProcedure = !byProcedure;
            unlessGone(sql(client, byProcedure));
        }
    }

    /** The statements that end these, for a request of their own or with others. */
    List<Sql> statements(List<Client> clients) {
        return clients.stream().map(client -> sql(client, byProcedure)).toList();
    }

    /**
     * Whether there is a point in asking once more for the {@link #statements} for those that are there still: one of them was gone
     * already, behind which the server goes no further, or the other way may be open.
     */
    boolean goesOnAfter(MySqlException refused) {
        if (isNoWay(refused, byProcedure) && !hasTurned) {
            hasTurned = true;
            byProcedure = !byProcedure;
            return true;
        }
        return refused.errorNumber() == NO_SUCH_THREAD;
    }

    private boolean isDone(Client client, boolean way) {
        try {
            unlessGone(sql(client, way));
            return true;
        } catch (MySqlException refused) {
            if (!isNoWay(refused, way)) {
                throw refused;
            }
            return false;
        }
    }

    private static boolean isNoWay(MySqlException refused, boolean byProcedure) {
        return refused.errorNumber() == (byProcedure ? NO_SUCH_PROCEDURE : KILL_DENIED);
    }

    private static Sql sql(Client client, boolean byProcedure) {
        String statement = byProcedure ? "CALL mysql.az_kill(" + client.id() + ")" : "KILL " + client.id();
        return Sql.of("ending " + client.label(), statement);
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
