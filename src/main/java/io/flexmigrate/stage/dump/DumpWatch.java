package io.flexmigrate.stage.dump;

import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Idleness;
import io.flexmigrate.stage.ToolRun;
import io.flexmigrate.stage.Workspace;
import io.flexmigrate.time.Poll;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.Map;

/** Stands over a dump from the moment the source is unlocked to its end. */
record DumpWatch(Plan.Dump plan, Workspace workspace, Poll poll, StageLog log) {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration REPORT = Duration.ofSeconds(10);

    /**
     * Waits until mydumper has ended well and all other tables are written too.
     *
     * @throws UnusableDumpException when it had to be ended
     */
    void await(ToolRun mydumper, Filling filling, Session watch, LockWatch lock) throws InterruptedException {
        Clients clients = new Clients(watch);
        Idleness idleness = new Idleness(clients);
        Stopwatch stopwatch = SystemClock.stopwatch();
        while (!mydumper.ends(LOOK) || !filling.ends(LOOK)) {
            if (!lock.look()) {
                mydumper.close();
                throw new UnusableDumpException("mydumper kept the source locked for longer than dump.max_lock ("
                        + plan.maxLock().toMillis() + " ms), though it had said that it unlocks. It was killed. "
                        + lock.verifyGone(poll));
            }
            if (stopwatch.elapsed().compareTo(REPORT) >= 0) {
                stopwatch = SystemClock.stopwatch();
                long bytes = workspace.dumpBytes() + filling.bytes();
                log.observe(
                        Observation.DUMP_PROGRESS.what(),
                        Map.of(Observation.DUMP_PROGRESS.key(), Long.toString(bytes)));
                if (idleness.isHang(bytes)) {
                    mydumper.close();
                    clients.endOurFlushes();
                    throw new UnusableDumpException("mydumper hung: it wrote nothing, and none of its sessions was at a"
                            + " statement. It was killed.");
                }
            }
        }
        mydumper.requireSuccess("logs/mydumper.log");
    }
}
