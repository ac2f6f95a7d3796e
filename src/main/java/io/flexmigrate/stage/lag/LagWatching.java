package io.flexmigrate.stage.lag;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Applier;
import io.flexmigrate.mysql.BinlogFiles;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All that watches one link until the target has caught up; closing it removes what it made on the servers. */
public final class LagWatching implements AutoCloseable {

    private static final double SOURCE_PER_SECOND = 1;
    private static final double SOURCE_AT_ONCE = 4;
    private static final double TARGET_PER_SECOND = 5;
    private static final double TARGET_AT_ONCE = 40;

    private final BothEnds ends;
    private final Optional<Heartbeat> heartbeat;
    private final LagWatch watch;

    private LagWatching(BothEnds ends, Optional<Heartbeat> heartbeat, LagWatch watch) {
        this.ends = ends;
        this.heartbeat = heartbeat;
        this.watch = watch;
    }

    /**
     * What is watched.
     *
     * @param start the snapshot's coordinates, from which the target applies
     * @param targetVersion as the server says it
     */
    public record Subject(
            Plan plan, MySqlServer source, MySqlServer target, BinlogCoordinates start, String targetVersion) {}

    /** Opens sessions of its own, and makes a heartbeat where the plan wants one and the source lets us. */
    public static LagWatching begin(Subject subject, Link link, StageLog log) {
        BothEnds ends = BothEnds.open(subject.source(), subject.target());
        try {
            Plan.CatchUp bounds = subject.plan().catchUp();
            Optional<Heartbeat> heartbeat =
                    bounds.heartbeat() ? Heartbeat.begin(subject.plan().name(), ends, log) : Optional.empty();
            return new LagWatching(ends, heartbeat, watch(subject, link, ends, heartbeat, log));
        } catch (RuntimeException failure) {
            ends.close();
            throw failure;
        }
    }

    private static LagWatch watch(
            Subject subject, Link link, BothEnds ends, Optional<Heartbeat> heartbeat, StageLog log) {
        Stopwatch stopwatch = SystemClock.stopwatch();
        Supplier<Duration> clock = stopwatch::elapsed;
        Tokens ofSource = new Tokens(SOURCE_PER_SECOND, SOURCE_AT_ONCE, clock);
        Tokens ofTarget = new Tokens(TARGET_PER_SECOND, TARGET_AT_ONCE, clock);
        SourceBinlog binlog = new SourceBinlog(() -> BinlogFiles.read(ends.source()), ofSource);
        dumped(log).ifPresent(ago -> binlog.stands(subject.start(), ago.negated()));
        Applier applier = Applier.read(ends.target());
        GoalSetter setter =
                new GoalSetter(link, heartbeat, applier.tellsLate() && applier.keepsOrder(), ofSource, log, clock);
        RetentionWatch retention = new RetentionWatch(
                new Replica(ends.target(), new Dialect(ServerVersion.parse(subject.targetVersion()))),
                binlog,
                RetentionRaise.on(ends.source(), subject.plan().source().binlogRetention()),
                log,
                clock);
        LagMeter meter = new LagMeter(link, setter, binlog, ofTarget, clock);
        return new LagWatch(link, subject.plan().catchUp(), log, setter, meter, retention, clock);
    }

    /** How long ago the dump that stands was begun, which is when its snapshot was taken at the earliest. */
    private static Optional<Duration> dumped(StageLog log) {
        List<Event> begun = log.past(StageName.DUMP).stream()
                .filter(Event.Intended.class::isInstance)
                .toList();
        return begun.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.between(
                        begun.get(begun.size() - 1).at(), SystemClock.wall().instant()));
    }

    /** Does what is due, at most about a second long; says whether the lag has been inside its bound for long enough. */
    public boolean isStable() {
        return watch.isStable();
    }

    /** The coordinates that the target has applied last. */
    public BinlogCoordinates goal() {
        return watch.goal();
    }

    /** The lag of the last sample. */
    public Duration lag() {
        return watch.lag();
    }

    /**
     * Drops what earlier attempts of a plan left on the source; the link, while it runs, drops it on the target.
     *
     * @param plan the plan's name
     */
    public static void removeLeftovers(String plan, MySqlServer server, StageLog log) {
        server.with(session -> {
            Heartbeat.dropLeftovers(plan, session, log);
            return plan;
        });
    }

    @Override
    public void close() {
        try {
            heartbeat.ifPresent(Heartbeat::close);
        } finally {
            ends.close();
        }
    }
}
