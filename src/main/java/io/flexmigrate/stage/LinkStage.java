package io.flexmigrate.stage;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.account.ReplicationLogin;
import io.flexmigrate.time.Poll;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Links the target to the source at the snapshot's coordinates and starts it.
 *
 * <p>The target is asked first: when it has this link already and stands at or after these coordinates, it is only started.
 */
public final class LinkStage implements Stage {

    static final Rule KEPT = Rule.absolute(
            "FM2001",
            "The source still has the binlog of the snapshot",
            "The target goes on where the snapshot ends; what a purged binlog held cannot be replicated.",
            "https://dev.mysql.com/doc/refman/8.0/en/purge-binary-logs.html");

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final MySqlServer source;
    private final MySqlServer target;
    private final ReplicationLogin login;
    private final Poll poll;

    public LinkStage(MySqlServer source, MySqlServer target, ReplicationLogin login, Poll poll) {
        this.source = source;
        this.target = target;
        this.login = login;
        this.poll = poll;
    }

    @Override
    public StageName name() {
        return StageName.LINK;
    }

    @Override
    public Set<Class<? extends Fact>> needs() {
        return Set.of(Fact.Assessed.class, Fact.Dumped.class, Fact.Loaded.class);
    }

    @Override
    public List<Finding> before(Facts facts) {
        BinlogCoordinates start = facts.get(Fact.Dumped.class).coordinates();
        Dialect dialect = dialect(facts.get(Fact.Assessed.class).sourceVersion());
        if (source.with(session -> new Binlog(session, dialect).has(start))) {
            return List.of();
        }
        return List.of(KEPT.blocker(
                "source binlog " + start.file(),
                "The source no longer has the binlog of the snapshot (" + start
                        + "): changes since then would be lost.",
                "Keep binlogs longer on the source and begin again with a new work directory."));
    }

    @Override
    public Fact run(Facts facts, StageLog log) throws InterruptedException {
        BinlogCoordinates start = facts.get(Fact.Dumped.class).coordinates();
        Dialect dialect = dialect(facts.get(Fact.Assessed.class).targetVersion());
        try (Session session = target.open()) {
            Replica replica = new Replica(session, dialect);
            DataInReplication procedures = new DataInReplication(session);
            if (!isLinked(replica.status(), start)) {
                log.intend(Step.of("link"), Map.of("coordinates", start.toString()));
                procedures.pointAt(login.upstream(), start);
                log.reach(Step.of("link"), Map.of());
            }
            if (replica.status().map(status -> !status.isHealthy()).orElse(true)) {
                log.intend(Step.of("start-link"), Map.of());
                procedures.start();
            }
            awaitRunning(replica);
            log.reach(Step.of("start-link"), Map.of());
            return new Fact.Linked(start);
        }
    }

    private boolean isLinked(Optional<ReplicaStatus> status, BinlogCoordinates start) {
        if (status.isEmpty() || status.get().sourceHost().isEmpty()) {
            return false;
        }
        Plan.Replication place = login.place();
        boolean same = status.get().sourceHost().equalsIgnoreCase(place.host())
                && status.get().sourcePort() == place.port();
        if (!same) {
            throw new StageFailedException(
                    "The target is linked to " + status.get().sourceHost() + ":"
                            + status.get().sourcePort() + ", not to " + place.host() + ":" + place.port() + ".",
                    "Find out who made that link; remove it if it is not needed.");
        }
        return status.get().hasApplied(start);
    }

    private void awaitRunning(Replica replica) throws InterruptedException {
        boolean running = poll.until(
                "both replication threads of the target run without an error",
                START_TIMEOUT,
                LOOK,
                () -> replica.status()
                        .map(status ->
                                status.isHealthy() || status.applierError().isPresent())
                        .orElse(false));
        Optional<ReplicaStatus> status = replica.status();
        if (!running || status.map(now -> now.applierError().isPresent()).orElse(false)) {
            throw new StageFailedException(
                    "Replication did not start. "
                            + status.map(ReplicationErrors::words).orElse("There is no link."),
                    status.map(ReplicationErrors::remedy).orElse("Run the same command again."));
        }
    }

    static Dialect dialect(String version) {
        return new Dialect(ServerVersion.parse(version));
    }
}
