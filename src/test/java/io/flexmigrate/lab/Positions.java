package io.flexmigrate.lab;

import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** When a server was first seen at each of its binlog positions, by looking every few milliseconds. */
public final class Positions implements AutoCloseable {

    private static final long PAUSE_NANOS = 3_000_000;

    private final Map<String, Long> first = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean over;

    private Positions(Session session, String statement, String file, String position) {
        this.thread = new Thread(() -> look(session, statement, file, position), "positions");
        thread.setDaemon(true);
        thread.start();
    }

    /** Where a source writes. */
    public static Positions ofSource(LabServer server) {
        return new Positions(server.root().open(), "SHOW MASTER STATUS", "File", "Position");
    }

    /** Up to where a replica has applied. */
    public static Positions ofReplica(LabServer server) {
        return new Positions(server.root().open(), "SHOW SLAVE STATUS", "Relay_Master_Log_File", "Exec_Master_Log_Pos");
    }

    private void look(Session session, String statement, String file, String position) {
        try (session) {
            while (!over) {
                for (Row row : session.query(Sql.of("looking at the position", statement))) {
                    first.putIfAbsent(row.text(file) + ":" + row.text(position), System.nanoTime());
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** How much later this one came to a position than another did; empty when one of them was not seen there. */
    public Optional<Duration> after(Positions other, String coordinates) {
        Long here = first.get(coordinates);
        Long there = other.first.get(coordinates);
        return here == null || there == null ? Optional.empty() : Optional.of(Duration.ofNanos(here - there));
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
    }
}
