package io.flexmigrate.mysql;

import io.flexmigrate.model.LinkStart;

/**
 * How a server is pointed at its source, started and let go: by the procedures of a flexible server or by statements.
 *
 * <p>Nothing that a call answers is relied on: only {@link Replica#status} tells what came of it.
 */
public interface ReplicationChannel {

    /** The channel of a flexible server: its procedures. */
    static ReplicationChannel ofFlexibleServer(Session session) {
        return new DataInReplication(session);
    }

    /** The channel of any other MySQL: its statements. */
    static ReplicationChannel ofServer(Session session, Dialect dialect) {
        return new ReplicationStatements(session, dialect);
    }

    /** The statements by which a person stops and removes the link of a flexible server, each in a line of its own. */
    static String removalOfFlexibleServer() {
        return DataInReplication.removal();
    }

    /** The same for any other MySQL. */
    static String removalOfServer(Dialect dialect) {
        return ReplicationStatements.removal(dialect);
    }

    /** Points the server at the source; does not start it, and needs it stopped. */
    void pointAt(Upstream upstream, LinkStart start);

    /** Starts receiver and applier. */
    void start();

    /** Stops receiver and applier. */
    void stop();

    /** Forgets the source, and what was received of it. */
    void remove();

    /**
     * Passes over the transaction the applier stands at, and starts again.
     *
     * @param transaction its GTID; empty when it has none
     */
    void skip(String transaction);

    /** Whether it has a way to pass over a transaction that has a GTID, or over one that has none. */
    boolean canSkip(boolean byGtid);
}
