package io.flexmigrate.mysql;

import io.flexmigrate.time.SystemClock;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.Optional;

/** Takes {@code FLUSH TABLES WITH READ LOCK}: nobody writes to the server, whatever the database. */
public record GlobalReadLock(MySqlServer server) {

    /**
     * Tries once to take the lock.
     *
     * @param wait how long to wait for running statements; writers stall meanwhile
     * @param silence after which the server gives the lock up when we fall silent; whole seconds, at least 2
     * @param limit how long to hold it at most
     * @param prelude what to do last before asking; what it throws is thrown
     * @return empty when running statements did not end in time
     * @throws MySqlException also when nothing was heard of the server for {@code silence} or {@code limit}: it may have held the
     *     lock for as long, and whoever asked again would stall the writers once more
     */
    public Optional<ReadLock> tryAcquire(Duration wait, Duration silence, Duration limit, ReadLock.Prelude prelude)
            throws InterruptedException {
        // because lock_wait_timeout counts whole seconds, and anew for each of the three locks this statement takes
        Duration seconds = Duration.ofSeconds(Math.max(1, wait.toSeconds()));
        Duration most = silence.compareTo(limit) < 0 ? silence : limit;
        try (StatementLimit limited = StatementLimit.open(server)) {
            return ReadLock.tryTaking(
                    server, prelude, session -> isTaken(session, limited, wait, most), seconds, silence, limit);
        }
    }

    private boolean isTaken(KeptSession session, StatementLimit limited, Duration wait, Duration most) {
        long id = session.query(Sql.of("asking for the session's number", "SELECT CONNECTION_ID() AS id"))
                .get(0)
                .number("id");
        Sql sql = Sql.of("locking the server against writes", "FLUSH TABLES WITH READ LOCK");
        SystemClock.Stopwatch asked = SystemClock.stopwatch();
        boolean taken = limited.run(() -> session.execute(sql, wait.plusSeconds(1)), id, wait);
        if (!taken && asked.elapsed().compareTo(most) >= 0) {
            throw new MySqlException(
                    server.role(),
                    sql.purpose(),
                    new SQLNonTransientConnectionException(
                            "nothing was heard of it for " + asked.elapsed().toMillis() + " ms", "08S01"));
        }
        return taken;
    }
}
