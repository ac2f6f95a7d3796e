package io.flexmigrate.stage.dump;

import io.flexmigrate.engine.Advance;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.DiskWatch;
import io.flexmigrate.stage.DumpProgress;
import io.flexmigrate.stage.Idleness;
import io.flexmigrate.stage.Throttle;
import io.flexmigrate.stage.ToolRun;
import io.flexmigrate.time.Poll;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;

/** Stands over a dump from the moment the source is unlocked to its end. */
record DumpWatch(Plan.Dump plan, DiskWatch disk, DumpProgress progress, Poll poll, StageLog log) {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration IDLENESS = Duration.ofSeconds(10);

    /**
     * Waits until mydumper has ended well and all other tables are written too.
     *
     * @throws UnusableDumpException when it had to be ended
     */
    void await(ToolRun mydumper, Filling filling, Session watch, LockWatch lock) throws InterruptedException {
        Clients clients = new Clients(watch);
        Idleness idleness = new Idleness(clients);
        Throttle throttle = new Throttle(plan, watch);
        Stopwatch second = SystemClock.stopwatch();
        Stopwatch look = SystemClock.stopwatch();
        while (!mydumper.ends(LOOK) || !filling.ends(LOOK)) {
            requireUnlocked(mydumper, lock);
            Advance now = progress.now();
            if (lock.isQuiet() && !mydumper.ends(Duration.ZERO)) {
                throttle.look(mydumper, now.bytes());
            }
            if (second.elapsed().compareTo(SECOND) < 0) {
                continue;
            }
            second = SystemClock.stopwatch();
            disk.look();
            log.observe(Observation.DUMP_PROGRESS.what(), now.values());
            if (look.elapsed().compareTo(IDLENESS) >= 0 && !throttle.isPaused()) {
                look = SystemClock.stopwatch();
                requireWork(mydumper, idleness, now.bytes(), clients);
            }
        }
        mydumper.requireSuccess("logs/mydumper.log");
    }

    private void requireUnlocked(ToolRun mydumper, LockWatch lock) throws InterruptedException {
        if (!lock.look()) {
            mydumper.close();
            throw new UnusableDumpException("mydumper kept the source locked for longer than dump.max_lock ("
                    + plan.maxLock().toMillis() + " ms), though it had said that it unlocks. It was killed. "
                    + lock.verifyGone(poll));
        }
    }

    private static void requireWork(ToolRun mydumper, Idleness idleness, long bytes, Clients clients) {
        if (idleness.isHang(bytes)) {
            mydumper.close();
            clients.endOurFlushes();
            throw new UnusableDumpException(
                    "mydumper hung: it wrote nothing, and none of its sessions was at a statement."
                            + " It was killed.");
        }
    }
}
