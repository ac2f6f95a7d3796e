package io.flexmigrate.stage.link;

import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.GtidSet;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.Gtids;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.TargetKind;
import io.flexmigrate.stage.assess.AzureCommand;
import io.flexmigrate.time.Poll;
import java.time.Duration;
import java.util.Map;

/**
 * Sees that the target believes to have the snapshot's transactions, and none of the source's beside them: a link by GTID
 * brings all others.
 *
 * <p>On a flexible server only its owner's command line can tell the target: the "data-in replication" how-to of the server,
 * {@code az mysql flexible-server gtid reset}. It clears what the load has written, invalidates the server's backups and is
 * not to be had with geo-redundant backup.
 */
record TransactionSeed(Plan plan, Session target, Dialect dialect, Poll poll, StageLog log) {

    private static final Step STEP = Step.of("seed-transactions");
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration LOOK = Duration.ofSeconds(2);

    /**
     * Brings it about or waits until somebody did; once the link was started, the target's own word is all there is.
     *
     * @param snapshot the transactions in the snapshot
     */
    void require(GtidSet snapshot) throws InterruptedException {
        Gtids gtids = new Gtids(target);
        if (log.hasIntended(LinkPlace.START)) {
            requireKept(gtids, snapshot);
            return;
        }
        if (!gtids.isSubset(snapshot, gtids.executed())) {
            if (plan.target().kind() == TargetKind.FLEXIBLE_SERVER) {
                awaitReset(gtids, snapshot);
            } else {
                add(gtids, snapshot);
            }
        }
        requireNothingElse(gtids, snapshot);
    }

    /** Setting the snapshot's set now would bring again what the link has brought since. */
    private static void requireKept(Gtids gtids, GtidSet snapshot) {
        GtidSet lost = gtids.subtract(snapshot, gtids.executed());
        if (!lost.isEmpty()) {
            throw new StageFailedException(
                    "The target has applied changes, but does not know any more that it has the transactions " + lost
                            + ": how far its data go cannot be told.",
                    "Find out who reset its GTIDs. Begin again with a new work directory; the databases on the target must"
                            + " be dropped first.");
        }
    }

    private void awaitReset(Gtids gtids, GtidSet snapshot) throws InterruptedException {
        String command = new AzureCommand(plan).resetGtids(snapshot.text());
        log.observe(
                Observation.WARNING.what(),
                Map.of(
                        Observation.WARNING.key(),
                        "The target must be told which transactions it has, which only its owner's command line can do. This"
                                + " waits until it is done; all backups of the target become invalid, and with geo-redundant"
                                + " backup it is not possible: " + command));
        boolean done = poll.until(
                "the target's set of transactions is the snapshot's",
                LONGEST,
                LOOK,
                () -> gtids.isSubset(snapshot, gtids.executed()));
        if (!done) {
            throw new StageFailedException(
                    "The target was not told the snapshot's transactions within " + LONGEST.toHours() + " h.",
                    "Run this, then run the same command again:\n" + command);
        }
    }

    private void add(Gtids gtids, GtidSet snapshot) {
        GtidSet missing = gtids.subtract(snapshot, gtids.executed());
        if (!dialect.version().isAtLeast(8, 0, 0)) {
            throw new StageFailedException(
                    "The target, a MySQL " + dialect.version()
                            + ", cannot be told the snapshot's transactions beside its own.",
                    "Write link: { mode: position } into the plan of a new run. Or, if nobody needs the target's own binlog,"
                            + " run this there and the same command again:\nRESET MASTER;\nSET GLOBAL gtid_purged = '"
                            + snapshot
                            + "';");
        }
        log.intend(STEP, Map.of("transactions", missing.text()));
        gtids.add(missing);
        log.reach(STEP, Map.of());
    }

    /** What is neither in the snapshot nor of the target's own making would be left out by the link. */
    private void requireNothingElse(Gtids gtids, GtidSet snapshot) {
        GtidSet beyond = gtids.subtract(gtids.executed(), snapshot).without(gtids.serverUuid());
        if (!beyond.isEmpty()) {
            throw new StageFailedException(
                    "The target believes to have transactions that are not in the snapshot: " + beyond
                            + ". The link would leave them out.",
                    "Find out where they come from; on a flexible server set the snapshot's set again:\n"
                            + new AzureCommand(plan).resetGtids(snapshot.text()));
        }
    }
}
