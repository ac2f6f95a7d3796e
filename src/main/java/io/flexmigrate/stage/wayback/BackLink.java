package io.flexmigrate.stage.wayback;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.mysql.NamedChannel;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.stage.Drain;
import io.flexmigrate.stage.Link;
import java.time.Duration;
import java.util.Optional;

/** The way back as a link: the target is what is followed, and the source follows. */
record BackLink(BackEnds ends, Drain drain) implements Link {

    /** Opens it; it need not run. */
    static BackLink open(BackEnds ends) {
        NamedChannel channel = ends.channel();
        Replica replica = new Replica(ends.source(), ends.ofSource().dialect());
        return new BackLink(ends, new Drain(replica, channel::awaitApplied, channel::stop, channel::start));
    }

    @Override
    public BinlogCoordinates sourceCoordinates() {
        return ends.targetBinlog()
                .coordinates()
                .orElseThrow(() -> new StageFailedException(
                        "The target has no binlog coordinates any more.", "Switch its binlog on."));
    }

    @Override
    public Optional<ReplicaStatus> status() {
        return ends.channel().status();
    }

    @Override
    public Optional<BinlogCoordinates> applied() {
        return status().flatMap(ReplicaStatus::applied);
    }

    @Override
    public boolean awaitApplied(BinlogCoordinates coordinates, Duration timeout) {
        return ends.channel().awaitApplied(coordinates, timeout);
    }

    @Override
    public boolean drain(BinlogCoordinates last, Duration timeout) throws InterruptedException {
        return drain.await(last, timeout);
    }

    @Override
    public boolean awaitLikely(BinlogCoordinates coordinates, Duration timeout) throws InterruptedException {
        return drain.awaitLikely(coordinates, timeout);
    }

    @Override
    public void requireHealthy() {
        Optional<ReplicaStatus> status = status();
        if (status.filter(ReplicaStatus::isHealthy).isEmpty()) {
            throw new WayBackTrouble(ends.plan().target().replication(), status).failure();
        }
    }

    @Override
    public void close() {
        drain.end();
        ends.close();
    }
}
