package io.flexmigrate.stage;

import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.GtidSet;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mydumper.DumpCommand;
import io.flexmigrate.mydumper.DumpLog;
import io.flexmigrate.mydumper.DumpRequest;
import io.flexmigrate.mydumper.SessionStart;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.GlobalReadLock;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.PreparedTransactions;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.process.Command;
import io.flexmigrate.time.Poll;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shared lock: we hold the source's global read lock from before mydumper starts until all its snapshots stand.
 *
 * <p>So the coordinates we read and the snapshot it takes are the same instant by construction. The lock is bounded three
 * times: it lets go by itself after {@code dump.max_lock}, the server lets go when we fall silent, and a mydumper that would
 * hold a lock of its own for longer is killed. A mydumper that was killed while it waits for its own lock leaves a session on
 * the server that waits on and stalls all writers: its {@code lock_wait_timeout} bounds that, and we end it.
 */
public final class Snapshot {

    private static final int LOCK_ATTEMPTS = 10;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration REPORT = Duration.ofSeconds(10);

    /** What a snapshot left beside its files. */
    record Taken(BinlogCoordinates coordinates, GtidSet gtidSet, Duration locked) {}

    private final Plan plan;
    private final Logins logins;
    private final MySqlServer source;
    private final Toolbox tools;
    private final Workspace workspace;
    private final SnapshotLock lock;
    private final Poll poll;

    public Snapshot(
            Plan plan,
            Logins logins,
            MySqlServer source,
            Toolbox tools,
            Workspace workspace,
            SnapshotLock lock,
            Poll poll) {
        this.plan = plan;
        this.logins = logins;
        this.source = source;
        this.tools = tools;
        this.workspace = workspace;
        this.lock = lock;
        this.poll = poll;
    }

    /**
     * Takes the snapshot and waits until mydumper has written all of it.
     *
     * @throws ToolHangException when it hung after the source was unlocked; another attempt may do
     */
    Taken take(List<String> databases, List<TableName> tables, ServerVersion version, StageLog log)
            throws InterruptedException {
        ToolVersion tool = tools.mydumper();
        String initCommand = SessionStart.ofDump(tool, version, plan.dump().maxLock());
        try (Session watch = source.open();
                Credentials credentials =
                        workspace.credentials(plan.source().endpoint(), logins.source(), initCommand)) {
            log.intend(
                    Step.of("lock-source"),
                    Map.of("max_lock", plan.dump().maxLock().toString()));
            GlobalReadLock held = lock.acquire(plan.dump().maxLock(), LOCK_ATTEMPTS, log);
            try (held) {
                Binlog binlog = new Binlog(watch, new Dialect(version));
                BinlogCoordinates coordinates = binlog.coordinates()
                        .orElseThrow(() -> new StageFailedException(
                                "The source has no binlog coordinates any more.", "Switch its binlog on."));
                GtidSet gtidSet = binlog.executedGtids();
                requireNoPreparedTransactions(watch);
                Command command = DumpCommand.of(tool, request(databases, credentials, version));
                try (ToolRun mydumper = ToolRun.start(
                        "mydumper", tools.work(), command, workspace.toolLog("mydumper"), DumpLog.readingOf(tables))) {
                    awaitSnapshot(mydumper, held, new Clients(watch), log);
                    Duration locked = release(held, binlog, coordinates);
                    log.observe(
                            Observation.SOURCE_LOCKED.what(),
                            Map.of(Observation.SOURCE_LOCKED.key(), locked.toString()));
                    log.reach(
                            Step.of("lock-source"),
                            Map.of("held_ms", Long.toString(locked.toMillis()), "coordinates", coordinates.toString()));
                    awaitEnd(mydumper, new Clients(watch), log);
                    return new Taken(coordinates, gtidSet, locked);
                }
            }
        }
    }

    private static void requireNoPreparedTransactions(Session session) {
        int prepared = new PreparedTransactions(session).count();
        if (prepared > 0) {
            throw new StageFailedException(
                    prepared + " XA transaction(s) are prepared on the source: no snapshot would hold them.",
                    "XA RECOVER; names them. Commit or roll back each one, then run the same command again.");
        }
    }

    private DumpRequest request(List<String> databases, Credentials credentials, ServerVersion server) {
        Plan.Endpoint endpoint = plan.source().endpoint();
        return new DumpRequest(
                tools.programs().mydumper(),
                credentials.file(),
                endpoint.host(),
                endpoint.port(),
                endpoint.tls(),
                databases,
                workspace.dumpDirectory(),
                ToolThreads.of(plan.dump().threads()),
                plan.dump().longQueryGuard(),
                server,
                Optional.empty(),
                plan.dump().compress());
    }

    private void awaitSnapshot(ToolRun mydumper, GlobalReadLock held, Clients clients, StageLog log)
            throws InterruptedException {
        int threads = ToolThreads.of(plan.dump().threads());
        Duration left = plan.dump().maxLock().minus(held.heldFor());
        boolean stands = poll.until(
                "the snapshots of mydumper's " + threads + " threads stand",
                left,
                LOOK,
                () -> !held.isHeld()
                        || ended(mydumper)
                        || (mydumper.snapshotStands() && clients.youngerTransactionsOfOurs() >= threads));
        if (ended(mydumper)) {
            mydumper.requireSuccess("logs/mydumper.log");
        }
        if (!stands || !held.isHeld()) {
            mydumper.close();
            held.close();
            clients.endOurFlushes();
            log.observe(
                    "lock-limit", Map.of("held_ms", Long.toString(held.heldFor().toMillis())));
            throw new StageFailedException(
                    "mydumper's snapshots did not stand within dump.max_lock ("
                            + plan.dump().maxLock().toMillis() + " ms). It was killed and the source unlocked.",
                    "Run again when the source is less busy, or raise dump.max_lock.");
        }
    }

    private static boolean ended(ToolRun tool) {
        try {
            return tool.ends(Duration.ZERO);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration release(GlobalReadLock held, Binlog binlog, BinlogCoordinates coordinates) {
        Optional<BinlogCoordinates> now = binlog.coordinates();
        boolean stood = held.isHeld();
        Duration locked = held.heldFor();
        held.close();
        if (!stood || !now.equals(Optional.of(coordinates))) {
            throw new StageFailedException(
                    "The source moved from " + coordinates + " to "
                            + now.map(Object::toString).orElse("nowhere")
                            + " under our lock, so the snapshot has no coordinates.",
                    "Run the same command again.");
        }
        return locked;
    }

    private void awaitEnd(ToolRun mydumper, Clients clients, StageLog log) throws InterruptedException {
        Idleness idleness = new Idleness(clients);
        while (!mydumper.ends(REPORT)) {
            long bytes = workspace.dumpBytes();
            log.observe(
                    Observation.DUMP_PROGRESS.what(), Map.of(Observation.DUMP_PROGRESS.key(), Long.toString(bytes)));
            if (idleness.isHang(bytes)) {
                throw new ToolHangException("mydumper");
            }
        }
        mydumper.requireSuccess("logs/mydumper.log");
    }
}
