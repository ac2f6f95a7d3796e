package io.flexmigrate.stage.verify;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.plan.Plan;
import java.time.Duration;
import java.util.Optional;

/** Waits for a target that replicates from the plan's source, whoever linked them. */
record ReplicaWait(Session sourceSession, Session targetSession, Binlog binlog, Replica replica) implements TargetWait {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What waits as long as the target has a link to the plan's source; otherwise what waits for nothing. */
    static TargetWait open(Plan plan, MySqlServer source, MySqlServer target) {
        Session sourceSession = source.open();
        try {
            return open(plan, sourceSession, target.open());
        } catch (RuntimeException failure) {
            sourceSession.close();
            throw failure;
        }
    }

    private static TargetWait open(Plan plan, Session sourceSession, Session targetSession) {
        try {
            Replica replica = new Replica(targetSession, dialect(targetSession));
            Plan.Replication replication = plan.source().replication();
            ReplicaWait wait = new ReplicaWait(
                    sourceSession, targetSession, new Binlog(sourceSession, dialect(sourceSession)), replica);
            boolean linked = replica.status()
                    .filter(status -> status.sourceHost().equalsIgnoreCase(replication.host())
                            && status.sourcePort() == replication.port())
                    .isPresent();
            if (!linked) {
                wait.close();
                return TargetWait.none();
            }
            return wait;
        } catch (RuntimeException failure) {
            targetSession.close();
            throw failure;
        }
    }

    @Override
    public Optional<BinlogCoordinates> await() {
        Optional<BinlogCoordinates> goal = binlog.coordinates();
        goal.ifPresent(coordinates -> {
            while (!replica.awaitApplied(coordinates, PATIENCE)) {
                requireHealthy();
            }
        });
        return goal;
    }

    private void requireHealthy() {
        if (!replica.status().map(ReplicaStatus::isHealthy).orElse(false)) {
            throw new StageFailedException(
                    "The link does not work, so the target cannot be compared with a source that goes on.",
                    "See migrate watch for what is wrong with it; then compare again.");
        }
    }

    @Override
    public void close() {
        sourceSession.close();
        targetSession.close();
    }

    private static Dialect dialect(Session session) {
        String version = session.query(Sql.of("reading the version", "SELECT VERSION() AS version"))
                .get(0)
                .text("version");
        return new Dialect(ServerVersion.parse(version));
    }
}
