package io.flexmigrate.mysql;

import io.flexmigrate.time.SystemClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Predicate;

/**
 * A lock against writes, held on a session of its own that cannot outlive us.
 *
 * <p>It lets go by itself when it has held for {@code limit}, unless {@link #keep} was called before; and the server lets go
 * when our heartbeat falls silent. Waiting writers wait, they do not fail.
 */
public final class ReadLock implements AutoCloseable {

    /** ER_LOCK_WAIT_TIMEOUT; ER_NO_SUCH_TABLE and ER_BAD_DB_ERROR where tables went since they were listed. */
    private static final Set<Integer> NOT_NOW = Set.of(1205, 1146, 1049);

    /** What is done when all else is ready, right before the server is asked for the lock. */
    @FunctionalInterface
    public interface Prelude {
        void play() throws InterruptedException;
    }

    private final KeptSession session;
    private final SystemClock.Stopwatch since;
    private final Timer limiter;
    private final Duration limit;
    private boolean held = true;
    private boolean kept;
    private Optional<Duration> released = Optional.empty();
    private Optional<TableListing> listing = Optional.empty();

    private ReadLock(KeptSession session, SystemClock.Stopwatch since, Timer limiter, Duration limit) {
        this.session = session;
        this.since = since;
        this.limiter = limiter;
        this.limit = limit;
    }

    /**
     * Tries once to take a lock.
     *
     * @param prelude what it throws is thrown, whatever it is: it says nothing of the lock
     * @param taking takes it on a session that gives up waiting for a lock after {@code wait}, and says whether it has
     * @param wait whole seconds, at least 1
     * @param silence after which the server gives the lock up when we fall silent; whole seconds, at least 2
     * @param limit how long to hold it at most
     * @return empty when running statements did not end in time, or what was to be locked went meanwhile
     */
    static Optional<ReadLock> tryTaking(
            MySqlServer server,
            Prelude prelude,
            Predicate<KeptSession> taking,
            Duration wait,
            Duration silence,
            Duration limit)
            throws InterruptedException {
        KeptSession session = KeptSession.open(server, "lock", silence);
        // because writers are to wait for nothing but what must be done under the lock
        Timer limiter = new Timer("lock limit", true);
        boolean ours = false;
        try {
            // in the way in which the lock is asked for, because what runs for the first time is slow
            session.execute(
                    Sql.of("bounding the wait for the lock", "SET SESSION lock_wait_timeout = " + wait.toSeconds()),
                    wait);
            prelude.play();
            SystemClock.Stopwatch since = SystemClock.stopwatch();
            if (!isTaken(taking, session)) {
                return Optional.empty();
            }
            ReadLock lock = new ReadLock(session, since, limiter, limit);
            lock.beginLimit();
            ours = true;
            return Optional.of(lock);
        } finally {
            if (!ours) {
                limiter.cancel();
                session.close();
            }
        }
    }

    private static boolean isTaken(Predicate<KeptSession> taking, KeptSession session) {
        try {
            return taking.test(session);
        } catch (MySqlException refused) {
            if (NOT_NOW.contains(refused.errorNumber()) || refused.isTimeout()) {
                return false;
            }
            throw refused;
        }
    }

    private void beginLimit() {
        TimerTask letGo = new TimerTask() {
            @Override
            public void run() {
                letGoUnlessKept();
            }
        };
        limiter.schedule(letGo, Math.max(1, limit.minus(since.elapsed()).toMillis()));
    }

    /** It is kept only where the tables are found to be those that were locked; the listing is closed with it. */
    synchronized void standsAsLongAs(TableListing locked) {
        listing = Optional.of(locked);
        locked.listOnceMore();
    }

    /** Whether the lock stands, as far as we can tell. */
    public synchronized boolean isHeld() {
        return held && session.isAlive();
    }

    /**
     * From now on the lock is held until it is closed, whatever its limit.
     *
     * @return false when it is gone already, or does not hold all tables
     * @throws MySqlException when the server could not be asked for its tables
     */
    public boolean keep() throws InterruptedException {
        // not inside, or it could not be let go at its limit meanwhile
        boolean whole = holdsAllTables();
        synchronized (this) {
            kept = whole && isHeld();
            return kept;
        }
    }

    private boolean holdsAllTables() throws InterruptedException {
        Optional<TableListing> locked;
        synchronized (this) {
            locked = listing;
        }
        return locked.isEmpty() || locked.get().isTheSame(limit.minus(since.elapsed()));
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
            close();
        }
    }

    /** Lets it go; its session is closed later, as that takes time in which clients may be waiting. */
    public synchronized void letGo() {
        if (held) {
            held = false;
            released = Optional.of(since.elapsed());
            try {
                session.execute(Sql.of("letting the lock go", "UNLOCK TABLES"));
            } catch (MySqlException gone) {
                // because a session that is gone holds no lock any more
            }
        }
    }

    @Override
    public synchronized void close() {
        limiter.cancel();
        letGo();
        session.close();
        listing.ifPresent(TableListing::close);
    }
}
