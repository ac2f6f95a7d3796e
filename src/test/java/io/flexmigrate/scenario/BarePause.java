package io.flexmigrate.scenario;

import io.flexmigrate.lab.Gap;
import io.flexmigrate.lab.HaProxy;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * The least that a pause takes where this is measured: a lock, the wait until the target has applied the last change, and clients
 * that are cut off and come back, to the server they left. Nothing is proven, closed or written down.
 *
 * @param proxy both of its servers are the source
 */
record BarePause(LabServer source, LabServer target, HaProxy proxy) {

    private static final Duration AROUND = Duration.ofSeconds(2);
    private static final int MOST = 5;

    /**
     * Pauses once.
     *
     * @param from the name of the proxy's server that the clients are at
     * @param to that of the other one
     * @return the longest time without a commit of any client, in milliseconds
     */
    double measure(Traffic traffic, String from, String to) throws IOException, InterruptedException {
        try (Session lock = source.root().open();
                Session replica = target.root().open()) {
            Binlog binlog = new Binlog(lock, new Dialect(version(lock)));
            binlog.coordinates();
            // because a writer may wait for another that waits for us, for as long as for a row: 50 s
            lock.execute(Sql.of("bounding the wait", "SET SESSION lock_wait_timeout = 1"));
            Instant began = Instant.now();
            lock(lock);
            replica.query(applied(binlog.coordinates().orElseThrow()));
            proxy.order("set server mysql/" + to + " state ready; set server mysql/" + from
                    + " state maint; shutdown sessions server mysql/" + from);
            lock.execute(Sql.of("letting go", "UNLOCK TABLES"));
            Instant flipped = Instant.now();
            Thread.sleep(AROUND.toMillis());
            return traffic.report()
                            .longestGap(began, flipped.plus(AROUND))
                            .map(Gap::length)
                            .orElse(Duration.ZERO)
                            .toNanos()
                    / 1e6;
        }
    }

    /** Of the server that is there, which may be newer than those of the lab. */
    private static ServerVersion version(Session session) {
        Row row = session.first(Sql.of("asking for the version", "SELECT VERSION() AS v"))
                .orElseThrow();
        return ServerVersion.parse(row.text("v"));
    }

    private static void lock(Session session) {
        for (int refused = 0; ; refused++) {
            try {
                session.execute(Sql.of("locking", "FLUSH TABLES WITH READ LOCK"));
                return;
            } catch (MySqlException late) {
                if (refused == MOST) {
                    throw late;
                }
            }
        }
    }

    private static Sql applied(BinlogCoordinates last) {
        return Sql.of(
                "waiting",
                "SELECT " + (Lab.isOfNewerServers() ? "SOURCE" : "MASTER") + "_POS_WAIT(?, ?, 10) AS events",
                last.file(),
                last.position());
    }
}
