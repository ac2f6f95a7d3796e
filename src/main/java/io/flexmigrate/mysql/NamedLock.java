package io.flexmigrate.mysql;

import java.time.Duration;
import java.util.Optional;

/** A {@code GET_LOCK} held on a session of its own that is kept alive; it dies with us. */
public final class NamedLock implements AutoCloseable {

    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final KeptSession session;

    private NamedLock(KeptSession session) {
        this.session = session;
    }

    /**
     * Tries to take the lock.
     *
     * @param name at most 64 characters (refman/8.0/en/locking-functions.html)
     * @return empty when somebody else holds it
     */
    public static Optional<NamedLock> tryAcquire(MySqlServer server, String name) {
        KeptSession session = KeptSession.open(server, "run lock", SILENCE);
        boolean taken = session.query(Sql.of("taking the run lock", "SELECT GET_LOCK(?, 0) AS taken", name)).stream()
                .anyMatch(row -> row.number("taken") == 1);
        if (taken) {
            return Optional.of(new NamedLock(session));
        }
        session.close();
        return Optional.empty();
    }

    /** Whether its session stood at the last heartbeat. */
    public boolean isHeld() {
        return session.isAlive();
    }

    @Override
    public void close() {
        session.close();
    }
}
