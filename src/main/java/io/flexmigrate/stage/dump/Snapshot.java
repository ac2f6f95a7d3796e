package io.flexmigrate.stage.dump;

import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.GtidSet;
import io.flexmigrate.model.TableRows;
import io.flexmigrate.mydumper.DumpCommand;
import io.flexmigrate.mydumper.DumpLog;
import io.flexmigrate.mydumper.DumpRequest;
import io.flexmigrate.mydumper.SessionStart;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.PreparedTransactions;
import io.flexmigrate.mysql.ReadLock;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.process.Command;
import io.flexmigrate.stage.Credentials;
import io.flexmigrate.stage.DiskWatch;
import io.flexmigrate.stage.DumpProgress;
import io.flexmigrate.stage.Logins;
import io.flexmigrate.stage.SnapshotLock;
import io.flexmigrate.stage.ToolRun;
import io.flexmigrate.stage.ToolThreads;
import io.flexmigrate.stage.Toolbox;
import io.flexmigrate.stage.Workspace;
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

    /** Long enough to be none: we hold the lock already when the tool looks for long statements. */
    private static final Duration NO_GUARD = Duration.ofDays(30);

    /**
     * What a snapshot left beside its files.
     *
     * @param filled the tables that we wrote ourselves
     */
    record Taken(BinlogCoordinates coordinates, GtidSet gtidSet, Duration locked, List<TableRows> filled) {}

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
     * Takes the snapshot and waits until all of it is written.
     *
     * @throws UnusableDumpException when it came to nothing, but another attempt may do
     */
    Taken take(DumpTask task, SchemaWatch schema, Filling filling, StageLog log) throws InterruptedException {
        try (Session watch = source.open();
                Credentials credentials = workspace.credentials(
                        plan.source().endpoint(),
                        logins.source(),
                        SessionStart.ofDump(
                                task.tool(), task.version(), plan.dump().maxLock()))) {
            log.intend(
                    Step.of("lock-source"),
                    Map.of("max_lock", plan.dump().maxLock().toString()));
            LongQueryRule rule = new LongQueryRule(plan.dump(), source, log);
            ReadLock held = lock.acquire(plan.dump().maxLock(), LOCK_ATTEMPTS, log, () -> {}, rule::meet);
            try (held) {
                if (plan.dump().blockDdl()) {
                    schema.holdBack(lock.silence(), log);
                }
                Binlog binlog = new Binlog(watch, new Dialect(task.version()));
                BinlogCoordinates coordinates = binlog.coordinates()
                        .orElseThrow(() -> new StageFailedException(
                                "The source has no binlog coordinates any more.", "Switch its binlog on."));
                GtidSet gtidSet = binlog.executedGtids();
                requireNoPreparedTransactions(watch);
                filling.open();
                OpenSnapshots snapshots = new OpenSnapshots(new Clients(watch));
                long ours = filling.tables().isEmpty() ? 0 : snapshots.count();
                Command command = DumpCommand.of(task.tool(), request(task, credentials, filling));
                DumpProgress progress = new DumpProgress(
                        () -> workspace.dumpBytes() + filling.bytes(),
                        task.sizes(),
                        ToolThreads.of(plan.dump().threads()));
                try (ToolRun mydumper = ToolRun.start(
                        "mydumper",
                        tools.work(),
                        command,
                        workspace.toolLog("mydumper"),
                        progress.listeningTo(DumpLog.readingOf(task.tables())))) {
                    awaitSnapshot(mydumper, held, watch, snapshots, ours, log);
                    Duration locked = release(held, binlog, coordinates);
                    log.observe(Observation.COMMAND.what(), Map.of(Observation.COMMAND.key(), command.shown()));
                    log.observe(
                            Observation.SOURCE_LOCKED.what(),
                            Map.of(Observation.SOURCE_LOCKED.key(), locked.toString()));
                    log.reach(
                            Step.of("lock-source"),
                            Map.of("held_ms", Long.toString(locked.toMillis()), "coordinates", coordinates.toString()));
                    requireBoundary(binlog, coordinates);
                    filling.start();
                    LockWatch lockWatch = new LockWatch(
                            new Clients(watch), binlog, coordinates, plan.dump().maxLock(), locked, log);
                    new DumpWatch(plan.dump(), DiskWatch.of(workspace), progress, poll, log)
                            .await(mydumper, filling, watch, lockWatch);
                    return new Taken(coordinates, gtidSet, locked, filling.rows());
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

    private static void requireBoundary(Binlog binlog, BinlogCoordinates coordinates) {
        if (!binlog.isEventBoundary(coordinates)) {
            throw new StageFailedException(
                    "No event of the source's binlog begins at " + coordinates
                            + ", which it said itself while it was locked: replication could not begin there.",
                    "See whether SHOW BINLOG EVENTS IN '" + coordinates.file() + "' FROM " + coordinates.position()
                            + " LIMIT 1; can be read on the source, then run the same command again.");
        }
    }

    private DumpRequest request(DumpTask task, Credentials credentials, Filling filling) {
        Plan.Endpoint endpoint = plan.source().endpoint();
        return new DumpRequest(
                tools.programs().mydumper(),
                credentials.file(),
                endpoint.host(),
                endpoint.port(),
                endpoint.tls(),
                task.databases(),
                workspace.dumpDirectory(),
                ToolThreads.of(plan.dump().threads()),
                NO_GUARD,
                task.version(),
                filling.omissions(),
                plan.dump().compress());
    }

    private void awaitSnapshot(
            ToolRun mydumper, ReadLock held, Session watch, OpenSnapshots snapshots, long ours, StageLog log)
            throws InterruptedException {
        Clients clients = new Clients(watch);
        int threads = ToolThreads.of(plan.dump().threads());
        Duration left = plan.dump().maxLock().minus(held.heldFor());
        boolean stands = poll.until(
                "the snapshots of mydumper's " + threads + " threads stand",
                left,
                LOOK,
                () -> !held.isHeld()
                        || ended(mydumper)
                        || (mydumper.snapshotStands() && snapshots.areThoseOf(threads, ours)));
        if (ended(mydumper)) {
            mydumper.requireSuccess("logs/mydumper.log");
        }
        if (!stands || !held.isHeld()) {
            mydumper.close();
            held.close();
            Duration locked = held.heldFor();
            String afterwards = LockWatch.verifyGone(clients, poll);
            log.observe("lock-limit", Map.of("held_ms", Long.toString(locked.toMillis())));
            throw new UnusableDumpException("mydumper's snapshots did not stand within dump.max_lock ("
                    + plan.dump().maxLock().toMillis() + " ms). It was killed and the source unlocked. " + afterwards);
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

    private static Duration release(ReadLock held, Binlog binlog, BinlogCoordinates coordinates) {
        Optional<BinlogCoordinates> now = binlog.coordinates();
        boolean stood = held.isHeld();
        Duration locked = held.heldFor();
        held.close();
        if (!stood || !now.equals(Optional.of(coordinates))) {
            throw new UnusableDumpException("The source moved from " + coordinates + " to "
                    + now.map(Object::toString).orElse("nowhere")
                    + " under our lock, so the snapshot has no coordinates.");
        }
        return locked;
    }
}
