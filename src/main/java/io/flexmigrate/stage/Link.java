package io.flexmigrate.stage;

import io.flexmigrate.model.Action;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.Plan;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The link from source to target, seen from both ends at once. */
public interface Link extends AutoCloseable {

    /** Opens links, with a session on each side. */
    @FunctionalInterface
    interface Opener {
        Link open(Fact.Assessed assessed);
    }

    /** Links that run. */
    static Opener live(Plan plan, MySqlServer source, MySqlServer target) {
        return assessed -> LiveLink.open(plan, source, target, assessed);
    }

    /** Links of a dry run, which do not exist yet: what would be waited for is said. */
    static Opener described(MySqlServer source, Consumer<Action> sink) {
        return assessed -> DescribedLink.open(source, assessed, sink);
    }

    /** Where the source stands now. */
    BinlogCoordinates sourceCoordinates();

    /** What the target says of its replication; empty when it has no link. */
    Optional<ReplicaStatus> status();

    /** Up to where the target has applied. */
    Optional<BinlogCoordinates> applied();

    /** Blocks on the target until it has applied these coordinates, for this long at most. */
    boolean awaitApplied(BinlogCoordinates coordinates, Duration timeout);

    /**
     * Blocks until the target has applied these coordinates, after which the source wrote nothing that matters; sees it at once,
     * where {@link #awaitApplied} waits for a checkpoint. The link may stand still afterwards, until this link is closed.
     */
    default boolean drain(BinlogCoordinates last, Duration timeout) throws InterruptedException {
        return awaitApplied(last, timeout);
    }

    /** Blocks for about as long as {@link #drain} would, and leaves the link alone. */
    default boolean awaitLikely(BinlogCoordinates coordinates, Duration timeout) throws InterruptedException {
        return awaitApplied(coordinates, timeout);
    }

    /**
     * Sees that both threads run.
     *
     * @throws io.flexmigrate.engine.StageFailedException with the error and its remedy
     */
    void requireHealthy();

    @Override
    void close();
}
