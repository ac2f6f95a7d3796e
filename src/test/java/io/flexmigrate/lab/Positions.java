package io.flexmigrate.lab;

import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** When a server came to each of its binlog positions, by looking every few milliseconds: between which two looks. */
public final class Positions implements AutoCloseable {

    private static final long PAUSE_NANOS = 3_000_000;

    private final Map<String, Sighting> sightings = new ConcurrentHashMap<>();
    private final long begun = System.nanoTime();
    private final Thread thread;
    private volatile boolean over;

    /** The server was not there yet when it was asked the time before, and it was when it had answered. */
    private record Sighting(long before, long by) {}

    /** What is known of a time that nobody has measured. */
    public record Bounds(Duration least, Duration most) {}

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
            long before = begun;
            while (!over) {
                long asked = System.nanoTime();
                for (Row row : session.query(Sql.of("looking at the position", statement))) {
                    Sighting sighting = new Sighting(before, System.nanoTime());
                    sightings.putIfAbsent(row.text(file) + ":" + row.text(position), sighting);
                }
                before = asked;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /**
     * How much later this one came to a position than another did.
     *
     * @param coordinates to which neither had come when this began
     * @return empty when one of them was not seen there
     */
    public Optional<Bounds> after(Positions other, String coordinates) {
        Sighting here = sightings.get(coordinates);
        Sighting there = other.sightings.get(coordinates);
        if (here == null || there == null) {
            return Optional.empty();
        }
        Duration least = Duration.ofNanos(here.before() - there.by());
        return Optional.of(new Bounds(least, Duration.ofNanos(here.by() - there.before())));
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
    }
}
