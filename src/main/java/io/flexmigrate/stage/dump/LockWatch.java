package io.flexmigrate.stage.dump;

import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.time.Poll;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Watches, once we have let go of the source, whether writers still wait for a lock on the whole of it: then the tool has not
 * let go of its own.
 *
 * <p>What it has announced proves nothing: the line is written before the UNLOCK, and a release may hold its lock for longer.
 * Only a commit proves that the lock is gone, for good, because the tools take it once: from then on whoever waits does so for
 * somebody else's lock.
 */
final class LockWatch {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Clients clients;
    private final Binlog binlog;
    private final BinlogCoordinates snapshot;
    private final Duration limit;
    private final Duration locked;
    private final StageLog log;
    private Optional<Stopwatch> since = Optional.empty();
    private final Stopwatch begun = SystemClock.stopwatch();
    private boolean isOver;

    /**
     * Begins to watch.
     *
     * @param snapshot where the source stood while it was locked
     * @param limit how long the source may be locked in all
     * @param locked how long we have held it
     */
    LockWatch(
            Clients clients, Binlog binlog, BinlogCoordinates snapshot, Duration limit, Duration locked, StageLog log) {
        this.clients = clients;
        this.binlog = binlog;
        this.snapshot = snapshot;
        this.limit = limit;
        this.locked = locked;
        this.log = log;
    }

    /** Whether the tool's own lock is gone, as far as that can be told: somebody committed, or nobody has been waiting. */
    boolean isQuiet() {
        return isOver || (since.isEmpty() && begun.elapsed().compareTo(CALM) > 0);
    }

    /**
     * Takes a look.
     *
     * @return false when writers have been waiting for so long that the tool must be ended
     */
    boolean look() {
        if (isOver) {
            return true;
        }
        if (clients.waitingForServerLock().isEmpty()) {
            since.ifPresent(stopwatch -> tell(stopwatch.elapsed()));
            since = Optional.empty();
            isOver = !binlog.coordinates().equals(Optional.of(snapshot));
            return true;
        }
        if (since.isEmpty()) {
            since = Optional.of(SystemClock.stopwatch());
        }
        return since.orElseThrow().elapsed().plus(locked).compareTo(limit) < 0;
    }

    private void tell(Duration more) {
        log.observe(
                Observation.SOURCE_LOCKED.what(),
                Map.of(Observation.SOURCE_LOCKED.key(), locked.plus(more).toString()));
    }

    /**
     * To be called when the tool was killed: ends what it left on the server and sees that the writers go on.
     *
     * @return what came of it, in words
     */
    String verifyGone(Poll poll) throws InterruptedException {
        String words = verifyGone(clients, poll);
        since.ifPresent(stopwatch -> tell(stopwatch.elapsed()));
        since = Optional.empty();
        return words;
    }

    /** The same without a watch. */
    static String verifyGone(Clients clients, Poll poll) throws InterruptedException {
        clients.endOurFlushes();
        boolean gone = poll.until(
                "no writer waits for a lock on the whole source",
                GRACE,
                LOOK,
                () -> clients.waitingForServerLock().isEmpty());
        return gone
                ? "Writers on the source go on."
                : "Writers on the source still wait: somebody else holds a lock on the whole of it.";
    }
}
