package io.flexmigrate.stage;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.Session;
import java.time.Duration;
import java.util.Optional;

/** The running link, seen from both ends at once. */
public final class Link implements AutoCloseable {

    private final Session sourceSession;
    private final Session targetSession;
    private final Binlog binlog;
    private final Replica replica;

    private Link(Session sourceSession, Session targetSession, Binlog binlog, Replica replica) {
        this.sourceSession = sourceSession;
        this.targetSession = targetSession;
        this.binlog = binlog;
        this.replica = replica;
    }

    /** Opens a session on each side. */
    public static Link open(MySqlServer source, MySqlServer target, Fact.Assessed assessed) {
        Session sourceSession = source.open();
        try {
            Session targetSession = target.open();
            return new Link(
                    sourceSession,
                    targetSession,
                    new Binlog(sourceSession, LinkStage.dialect(assessed.sourceVersion())),
                    new Replica(targetSession, LinkStage.dialect(assessed.targetVersion())));
        } catch (RuntimeException failure) {
            sourceSession.close();
            throw failure;
        }
    }

    /** Where the source stands now. */
    public BinlogCoordinates sourceCoordinates() {
        return binlog.coordinates()
                .orElseThrow(() -> new StageFailedException(
                        "The source has no binlog coordinates any more.", "Switch its binlog on and begin again."));
    }

    /** Up to where the target has applied. */
    public Optional<BinlogCoordinates> applied() {
        return replica.status().flatMap(ReplicaStatus::applied);
    }

    /** Blocks on the target until it has applied these coordinates, for this long at most. */
    public boolean awaitApplied(BinlogCoordinates coordinates, Duration timeout) {
        return replica.awaitApplied(coordinates, timeout);
    }

    /**
     * Sees that both threads run.
     *
     * @throws StageFailedException with the error and its remedy
     */
    public void requireHealthy() {
        Optional<ReplicaStatus> status = replica.status();
        if (status.isEmpty()) {
            throw new StageFailedException(
                    "The target has no link any more.", "Find out who removed it; then begin again with a new dump.");
        }
        if (!status.get().isHealthy()) {
            throw new StageFailedException(
                    "Replication does not run: receiver " + status.get().receiverRunning() + ", applier "
                            + status.get().applierRunning() + ". " + ReplicationErrors.words(status.get()),
                    ReplicationErrors.remedy(status.get()));
        }
    }

    @Override
    public void close() {
        sourceSession.close();
        targetSession.close();
    }
}
