package io.flexmigrate.stage;

import io.flexmigrate.engine.FailureKind;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.GtidSet;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ReplicationChannel;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.diagnosis.Evidence;
import io.flexmigrate.stage.diagnosis.LinkDiagnosis;
import io.flexmigrate.stage.link.Channels;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** A link that runs. */
final class LiveLink implements Link {

    private final Session sourceSession;
    private final Session targetSession;
    private final Binlog binlog;
    private final Replica replica;
    private final Drain drain;
    private final Supplier<GtidSet> transactions;
    private final String user;

    /** @param user the replication account, to be looked at when it is refused */
    private LiveLink(
            Session sourceSession, Session targetSession, Binlog binlog, Replica replica, Drain drain, String user) {
        this.sourceSession = sourceSession;
        this.targetSession = targetSession;
        this.binlog = binlog;
        this.replica = replica;
        this.drain = drain;
        this.transactions = binlog::executedGtids;
        this.user = user;
    }

    /** Opens a session on each side. */
    static LiveLink open(Plan plan, MySqlServer source, MySqlServer target, Fact.Assessed assessed) {
        Session sourceSession = source.open();
        try {
            Session targetSession = target.open();
            Dialect dialect = LinkStage.dialect(assessed.targetVersion());
            Replica replica = new Replica(targetSession, dialect);
            ReplicationChannel channel = Channels.of(plan, targetSession, dialect);
            return new LiveLink(
                    sourceSession,
                    targetSession,
                    new Binlog(sourceSession, LinkStage.dialect(assessed.sourceVersion())),
                    replica,
                    new Drain(replica, replica::awaitApplied, channel::stop, channel::start),
                    plan.source().replication().user());
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
    public boolean drain(BinlogCoordinates last, Duration timeout) throws InterruptedException {
        return drain.await(last, transactions, timeout);
    }

    @Override
    public boolean awaitLikely(BinlogCoordinates coordinates, Duration timeout) throws InterruptedException {
        return drain.awaitLikely(coordinates, timeout);
    }

    @Override
    public void requireHealthy() {
        Optional<ReplicaStatus> status = replica.status();
        if (status.isEmpty()) {
            throw new StageFailedException(
                    FailureKind.LINK,
                    "The target has no link any more.",
                    "Find out who removed it; then begin again with a new dump.");
        }
        if (!status.get().isHealthy()) {
            throw LinkDiagnosis.of(status.get(), new Evidence(sourceSession, targetSession, user))
                    .failure();
        }
    }

    @Override
    public void close() {
        drain.end();
        sourceSession.close();
        targetSession.close();
    }
}
