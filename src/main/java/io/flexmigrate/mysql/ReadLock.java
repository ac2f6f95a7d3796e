package io.flexmigrate.mysql;

import io.flexmigrate.time.SystemClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;

/**
 * A lock against writes, held on a session of its own that cannot outlive us.
 *
 * <p>It lets go by itself when it has held for {@code limit}, unless {@link #keep} was called before; and the server lets go
 * when our heartbeat falls silent. Waiting writers wait, they do not fail.
 */
public final class ReadLock implements AutoCloseable {

    /** ER_LOCK_WAIT_TIMEOUT. */
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private final KeptSession session;
    private final SystemClock.Stopwatch since;
    private final Timer limiter = new Timer("lock limit", true);
    private boolean held = true;
    private boolean kept;
    private Optional<Duration> released = Optional.empty();

    private ReadLock(KeptSession session, SystemClock.Stopwatch since) {
        this.session = session;
        this.since = since;
    }

    /**
     * Tries once to take a lock.
     *
     * @param taking takes it on a session that gives up waiting for a lock after {@code wait}
     * @param wait whole seconds, at least 1
     * @param silence after which the server gives the lock up when we fall silent; whole seconds, at least 2
     * @param limit how long to hold it at most
     * @return empty when running statements did not end in time
     */
    static Optional<ReadLock> tryTaking(
            MySqlServer server, Consumer<KeptSession> taking, Duration wait, Duration silence, Duration limit) {
        KeptSession session = KeptSession.open(server, "lock", silence);
        try {
            session.execute(
                    Sql.of("bounding the wait for the lock", "SET SESSION lock_wait_timeout = " + wait.toSeconds()));
            SystemClock.Stopwatch since = SystemClock.stopwatch();
            taking.accept(session);
            ReadLock lock = new ReadLock(session, since);
            lock.limitTo(limit.minus(since.elapsed()));
            return Optional.of(lock);
        } catch (MySqlException refused) {
            session.close();
            if (refused.errorNumber() == LOCK_WAIT_TIMEOUT || refused.isTimeout()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private void limitTo(Duration limit) {
        TimerTask letGo = new TimerTask() {
            @Override
            public void run() {
                letGoUnlessKept();
            }
        };
        limiter.schedule(letGo, Math.max(1, limit.toMillis()));
    }

    /** Whether the lock stands, as far as we can tell. */
    public synchronized boolean isHeld() {
        return held && session.isAlive();
    }

    /**
     * From now on the lock is held until it is closed, whatever its limit.
     *
     * @return false when it is gone already
     */
    public synchronized boolean keep() {
        kept = isHeld();
        return kept;
    }

    /** Time from when the server was asked for the lock until now, or until we let go: writers may have waited as long. */
    public synchronized Duration heldFor() {
        return released.orElseGet(since::elapsed);
    }

    /** Time from when the server was asked for the lock until now, whether or not it is held still. */
    public Duration age() {
        return since.elapsed();
    }

    private synchronized void letGoUnlessKept() {
        if (!kept) {
            release();
        }
    }

    private void release() {
        if (held) {
            held = false;
            released = Optional.of(since.elapsed());
            try {
                session.execute(Sql.of("letting the lock go", "UNLOCK TABLES"));
            } catch (MySqlException gone) {
                // because a session that is gone holds no lock any more
            }
            session.close();
        }
    }

    @Override
    public synchronized void close() {
        limiter.cancel();
        release();
    }
}
