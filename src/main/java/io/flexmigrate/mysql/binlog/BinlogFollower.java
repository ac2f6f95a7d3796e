package io.flexmigrate.mysql.binlog;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.ConnectionSettings;
import java.time.Duration;

/** Reads a server's binlog on and on, in a thread of its own. */
public interface BinlogFollower extends AutoCloseable {

    /** Begins to follow; needs {@code REPLICATION SLAVE} on the server. */
    @FunctionalInterface
    interface Opener {

        /**
         * Begins at these coordinates, which must be the end of a transaction.
         *
         * @throws io.flexmigrate.mysql.MySqlException when the server refuses, as it does with 1236 when the file is gone
         */
        BinlogFollower open(BinlogCoordinates from, BinlogChanges changes);
    }

    /** Follows for real. */
    static Opener following(ConnectionSettings settings) {
        return (from, changes) -> ConnectorFollower.open(settings, from, changes);
    }

    /**
     * Waits until everything before these coordinates was told.
     *
     * @return whether it was within this time
     * @throws io.flexmigrate.mysql.MySqlException when the binlog cannot be followed any more
     */
    boolean awaitTold(BinlogCoordinates goal, Duration timeout) throws InterruptedException;

    /** Ends the connection. Never throws. */
    @Override
    void close();
}
