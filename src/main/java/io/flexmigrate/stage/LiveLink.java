package io.flexmigrate.stage;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.stage.diagnosis.Evidence;
import io.flexmigrate.stage.diagnosis.LinkDiagnosis;
import java.time.Duration;
import java.util.Optional;

/** A link that runs. */
final class LiveLink implements Link {

    private final Session sourceSession;
    private final Session targetSession;
    private final Binlog binlog;
    private final Replica replica;
    private final String user;

    private LiveLink(Session sourceSession, Session targetSession, Binlog binlog, Replica replica, String user) {
        this.sourceSession = sourceSession;
        this.targetSession = targetSession;
        this.binlog = binlog;
        this.replica = replica;
        this.user = user;
    }

    /** Opens a session on each side. */
    static LiveLink open(MySqlServer source, MySqlServer target, String user, Fact.Assessed assessed) {
        Session sourceSession = source.open();
        try {
            Session targetSession = target.open();
            return new LiveLink(
                    sourceSession,
                    targetSession,
                    new Binlog(sourceSession, LinkStage.dialect(assessed.sourceVersion())),
                    new Replica(targetSession, LinkStage.dialect(assessed.targetVersion())),
                    user);
        } catch (RuntimeException failure) {
            sourceSession.close();
            throw failure;
        }
    }

    @Override
    public BinlogCoordinates sourceCoordinates() {
        return binlog.coordinates()
                .orElseThrow(() -> new StageFailedException(
                        "The source has no binlog coordinates any more.", "Switch its binlog on and begin again."));
    }

    @Override
    public Optional<ReplicaStatus> status() {
        return replica.status();
    }

    @Override
    public Optional<BinlogCoordinates> applied() {
        return replica.status().flatMap(ReplicaStatus::applied);
    }

    @Override
    public boolean awaitApplied(BinlogCoordinates coordinates, Duration timeout) {
        return replica.awaitApplied(coordinates, timeout);
    }

    @Override
    public void requireHealthy() {
        Optional<ReplicaStatus> status = replica.status();
        if (status.isEmpty()) {
            throw new StageFailedException(
                    "The target has no link any more.", "Find out who removed it; then begin again with a new dump.");
        }
        if (!status.get().isHealthy()) {
            throw LinkDiagnosis.of(status.get(), new Evidence(sourceSession, targetSession, user))
                    .failure();
        }
    }

    @Override
    public void close() {
        sourceSession.close();
        targetSession.close();
    }
}
