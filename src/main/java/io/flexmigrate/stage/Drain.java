package io.flexmigrate.stage;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.GtidSet;
import io.flexmigrate.mysql.Applier;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.time.Pause;
import io.flexmigrate.time.Poll;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * Sees at once that a replica has applied the last that its source wrote.
 *
 * <p>The coordinates that an applier of several threads tells advance at checkpoints only, every 300 ms unless set otherwise
 * ({@code replica_checkpoint_period}). Stopping it writes one: so when it seems to have nothing left, it is stopped, and what it
 * tells then is exact. On 8.0.15 that took 3 to 17 ms, where the wait for the coordinates took 300 to 470 ms.
 */
public final class Drain {

    private static final Duration LOOK = Duration.ofMillis(2);

    private final Replica replica;
    private final BiPredicate<BinlogCoordinates, Duration> applied;
    private final Runnable stop;
    private final Runnable start;
    private final Poll poll = Poll.real(Pause.real());
    private Optional<Known> known = Optional.empty();
    private boolean stopped;

    /** How it applies, and whether it asks its source for what it lacks by GTID. */
    private record Known(Applier applier, boolean followsGtids) {}

    /**
     * One of a replica.
     *
     * @param applied waits until it has applied these coordinates, for this long at most
     * @param stop stops its receiver and its applier
     * @param start starts them again
     */
    public Drain(Replica replica, BiPredicate<BinlogCoordinates, Duration> applied, Runnable stop, Runnable start) {
        this.replica = replica;
        this.applied = applied;
        this.stop = stop;
        this.start = start;
    }

    /**
     * Waits until it has applied them; its threads may be stopped afterwards, until {@link #goOn}.
     *
     * @param last the coordinates after which the source wrote nothing that matters
     * @param transactions tells all that the source had executed by then; asked only where the replica follows by GTID
     * @return whether it has
     */
    public boolean await(BinlogCoordinates last, Supplier<GtidSet> transactions, Duration timeout)
            throws InterruptedException {
        goOn();
        return known().followsGtids() ? replica.awaitExecuted(transactions.get(), timeout) : await(last, timeout);
    }

    /** The same of a replica that follows by coordinates. */
    public boolean await(BinlogCoordinates last, Duration timeout) throws InterruptedException {
        Stopwatch watch = SystemClock.stopwatch();
        goOn();
        Applier applier = known().applier();
        if (!applier.tellsLate()) {
            return applied.test(last, timeout);
        }
        if (!poll.until("nothing is left", timeout, LOOK, () -> replica.seemsIdleAt(last, applier))) {
            return false;
        }
        stopped = true;
        stop.run();
        if (tells(last)) {
            return true;
        }
        goOn();
        Duration left = timeout.minus(watch.elapsed());
        return !left.isNegative() && applied.test(last, left);
    }

    /**
     * Waits until it has applied them, or seems to have: for whoever wants to know how long that takes, and nothing else.
     *
     * @return whether it has
     */
    public boolean awaitLikely(BinlogCoordinates last, Duration timeout) throws InterruptedException {
        Applier applier = look().applier();
        if (!applier.tellsLate()) {
            return applied.test(last, timeout);
        }
        return poll.until("little is left", timeout, LOOK, () -> replica.seemsIdleAt(last, applier) || tells(last));
    }

    private boolean tells(BinlogCoordinates last) {
        return replica.status().filter(status -> status.hasApplied(last)).isPresent();
    }

    private Known known() {
        return known.isPresent() ? known.get() : look();
    }

    /** How it applies now, kept for the pause: whoever changes that meanwhile makes the wait longer, and not less sure. */
    private Known look() {
        Known now = new Known(Applier.read(replica.session()), replica.followsGtids());
        known = Optional.of(now);
        return now;
    }

    /** Starts what was stopped. */
    public void goOn() {
        if (stopped) {
            start.run();
            stopped = false;
        }
    }

    /** The same at the end: what cannot be started now is started by LINK, which is looked at before anything else is done. */
    public void end() {
        try {
            goOn();
        } catch (MySqlException gone) {
            stopped = false;
        }
    }
}
