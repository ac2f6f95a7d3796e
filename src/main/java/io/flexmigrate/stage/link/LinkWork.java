package io.flexmigrate.stage.link;

import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.GtidSet;
import io.flexmigrate.model.LinkStart;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.BootTime;
import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.Gtids;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ReplicationChannel;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.TargetKind;
import io.flexmigrate.stage.account.ReplicationLogin;
import io.flexmigrate.stage.diagnosis.Evidence;
import io.flexmigrate.stage.diagnosis.LinkDiagnosis;
import io.flexmigrate.time.Poll;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes and starts the link, from wherever an earlier attempt got. */
public record LinkWork(Plan plan, MySqlServer source, MySqlServer target, ReplicationLogin login, Poll poll) {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(200);

    /** The relay log cannot be read, by 5.7's and 8.0's numbers: what was received but not applied is to be had again. */
    private static final Set<Integer> RELAY_LOG_LOST = Set.of(1594, 1595, 1872, 13121, 13122);

    /** Access denied, account locked or its password expired, TLS refused or wanted. */
    private static final Set<Integer> LOGIN_FAILED = Set.of(1045, 3118, 1820, 1862, 2026, 2059, 2061);

    /** What the target needs next and the source does not have any more, in words; empty when it has all of it. */
    public Optional<String> missingBinlog(Fact.Assessed assessed, Fact.Dumped dumped) {
        try (Session ofSource = source.open();
                Session ofTarget = target.open()) {
            if (choice(ofSource, ofTarget).isByGtid()) {
                return missingTransactions(new Gtids(ofSource), ofTarget, dumped.gtidSet());
            }
            BinlogCoordinates next = new Replica(ofTarget, dialect(assessed.targetVersion()))
                    .status()
                    .filter(link -> LinkPlace.leadsTo(link, login.place()))
                    .flatMap(ReplicaStatus::applied)
                    .orElse(dumped.coordinates());
            return new Binlog(ofSource, dialect(assessed.sourceVersion())).has(next)
                    ? Optional.empty()
                    : Optional.of("The source no longer has the binlog from " + next
                            + " on, where the target's data end: changes since then would be lost.");
        }
    }

    private static Optional<String> missingTransactions(Gtids ofSource, Session target, GtidSet snapshot) {
        GtidSet gone = ofSource.subtract(ofSource.subtract(ofSource.purged(), new Gtids(target).executed()), snapshot);
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of("The source no longer has the transactions " + gone
                        + ", which the target lacks: they would be lost.");
    }

    /**
     * Links and starts.
     *
     * @throws StageFailedException when the link is not ours, does not run, or it is not known from where
     */
    public void link(Fact.Assessed assessed, Fact.Dumped dumped, StageLog log) throws InterruptedException {
        Dialect dialect = dialect(assessed.targetVersion());
        try (Session session = target.open()) {
            Replica replica = new Replica(session, dialect);
            ReplicationChannel channel = Channels.of(plan, session, dialect);
            LinkStart snapshot = start(session, dumped, log);
            LinkPlace place =
                    new LinkPlace(log, login.place(), snapshot, BootTime.of(session), Channels.removal(plan, dialect));
            Optional<LinkStart> toBeMade = place.toBeMade(replica.status());
            if (toBeMade.isPresent()) {
                if (toBeMade.get() instanceof LinkStart.AfterTransactions after) {
                    new TransactionSeed(plan, session, dialect, poll, log).require(after.executed());
                }
                point(channel, toBeMade.get(), place.booted(), log);
            }
            new ScopeFilter(plan, source, session, dialect).require(assessed, channel, log);
            if (toBeMade.isEmpty() && isLockedOut(replica.status())) {
                again(replica, channel, place.needed(), "The source did not let the target in", log);
            }
            TargetBinlog.remember(new Binlog(session, dialect), log);
            boolean settled = start(replica, channel, log);
            Optional<ReplicaStatus> now = replica.status();
            if (lostRelayLog(now)) {
                again(replica, channel, snapshot, "The target cannot read what it had received and not applied", log);
                settled = start(replica, channel, log);
                now = replica.status();
            }
            if (!settled || isStuck(now)) {
                throw trouble(replica);
            }
            log.reach(LinkPlace.START, Map.of());
        }
    }

    /** By the way that was taken before, when one was. */
    private LinkStart start(Session session, Fact.Dumped dumped, StageLog log) {
        Optional<Map<String, String>> before = log.details(LinkPlace.LINK);
        LinkChoice choice = source.with(ofSource -> choice(ofSource, session));
        boolean byGtid =
                before.map(details -> details.containsKey("transactions")).orElse(choice.isByGtid());
        if (before.isEmpty()) {
            if (!choice.isPossible()) {
                throw new StageFailedException(
                        "The target cannot be linked: " + choice.reason() + ".", "See what migrate plan says of it.");
            }
            log.observe("link-mode", Map.of("by", byGtid ? "GTID" : "position", "because", choice.reason()));
        }
        return byGtid
                ? new LinkStart.AfterTransactions(dumped.gtidSet())
                : new LinkStart.AtPosition(dumped.coordinates());
    }

    private LinkChoice choice(Session ofSource, Session ofTarget) {
        boolean plain = plan.target().kind() == TargetKind.MYSQL;
        return LinkChoice.of(
                plan,
                plain ? Map.of() : new DataInReplication(ofTarget).procedures(),
                new Gtids(ofSource).mode(),
                new Gtids(ofTarget).mode());
    }

    private void point(ReplicationChannel channel, LinkStart start, BootTime booted, StageLog log) {
        log.intend(LinkPlace.LINK, LinkPlace.details(start, booted));
        channel.pointAt(login.upstream(), start);
        log.reach(LinkPlace.LINK, Map.of());
    }

    /** Whether it came to run, or to a halt, in time. */
    private boolean start(Replica replica, ReplicationChannel channel, StageLog log) throws InterruptedException {
        Optional<ReplicaStatus> now = replica.status();
        boolean runs = now.map(ReplicaStatus::isHealthy).orElse(false);
        if (!runs || !log.hasIntended(LinkPlace.START)) {
            if (now.map(LinkWork::waitsToConnect).orElse(false)) {
                channel.stop();
            }
            log.intend(LinkPlace.START, Map.of());
            channel.start();
        }
        AtomicInteger healthyLooks = new AtomicInteger();
        return poll.until(
                "both replication threads of the target run without an error",
                START_TIMEOUT,
                LOOK,
                () -> replica.status()
                        .map(status -> isSettled(status, healthyLooks))
                        .orElse(false));
    }

    /** A thread says that it runs before it has read what it cannot read: so twice is looked. */
    private static boolean isSettled(ReplicaStatus status, AtomicInteger healthyLooks) {
        int looks = status.isHealthy() ? healthyLooks.incrementAndGet() : 0;
        healthyLooks.set(looks);
        return looks > 1 || status.applierError().isPresent();
    }

    /** It tries again once a minute unless told otherwise, which is as long as we wait: it is to try at once. */
    private static boolean waitsToConnect(ReplicaStatus status) {
        return status.receiverRunning().equals("Connecting");
    }

    /** What it was told to log in with is wrong, and the plan may say something else by now. */
    private static boolean isLockedOut(Optional<ReplicaStatus> status) {
        return status.map(link -> LOGIN_FAILED.contains(link.receiverError().number()))
                .orElse(false);
    }

    private static boolean lostRelayLog(Optional<ReplicaStatus> link) {
        return link.map(status -> RELAY_LOG_LOST.contains(status.applierError().number()))
                .orElse(false);
    }

    /**
     * Points the target at the source as the plan says it now, from where its data end; the source sends again what was received
     * and not applied.
     */
    private void again(Replica replica, ReplicationChannel channel, LinkStart begun, String why, StageLog log) {
        channel.stop();
        LinkStart next = begun instanceof LinkStart.AtPosition at ? applied(replica, at) : begun;
        log.observe(
                Observation.WARNING.what(),
                Map.of(Observation.WARNING.key(), why + "; it is linked anew, from " + next + " on."));
        log.intend(LinkPlace.LINK, LinkPlace.details(next, BootTime.of(replica.session())));
        channel.remove();
        channel.pointAt(login.upstream(), next);
        log.reach(LinkPlace.LINK, Map.of());
    }

    private LinkStart applied(Replica replica, LinkStart.AtPosition begun) {
        Optional<BinlogCoordinates> applied = replica.status().flatMap(ReplicaStatus::applied);
        if (applied.isEmpty()) {
            throw new StageFailedException(
                    "The target does not say up to where it has applied.", "Begin again with a new dump.");
        }
        if (!applied.get().equals(begun.coordinates()) && !replica.appliesInOrder()) {
            throw trouble(replica);
        }
        return new LinkStart.AtPosition(applied.get());
    }

    private static boolean isStuck(Optional<ReplicaStatus> link) {
        return link.map(status -> status.applierError().isPresent()).orElse(false);
    }

    private StageFailedException trouble(Replica replica) {
        Optional<ReplicaStatus> status = replica.status();
        if (status.isEmpty()) {
            return new StageFailedException("The target has no link.", "Run the same command again.");
        }
        String user = login.place().user();
        return source.with(ofSource -> LinkDiagnosis.of(status.get(), new Evidence(ofSource, replica.session(), user))
                .failure());
    }

    /** Whether an earlier attempt had the link run: then what stops it now may pass. */
    public boolean hasRun(StageLog log) {
        return log.hasReached(LinkPlace.START);
    }

    /**
     * Has a receiver that waits before it tries again (60 s unless set) try at once, when the source answers us.
     *
     * @param targetVersion as the server says it
     */
    public void nudge(String targetVersion) {
        try (Session session = target.open()) {
            Replica replica = new Replica(session, dialect(targetVersion));
            boolean waits = replica.status()
                    .filter(status -> status.receiverRunning().equals("Connecting"))
                    .filter(status -> status.receiverError().isPresent())
                    .isPresent();
            if (waits && source.with(ofSource -> ofSource.isAlive(Duration.ofSeconds(2)))) {
                ReplicationChannel channel = Channels.of(plan, session, replica.dialect());
                channel.stop();
                channel.start();
            }
        }
    }

    private static Dialect dialect(String version) {
        return new Dialect(ServerVersion.parse(version));
    }
}
