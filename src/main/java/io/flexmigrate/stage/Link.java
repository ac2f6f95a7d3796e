package io.flexmigrate.stage;

import io.flexmigrate.model.Action;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.mysql.MySqlServer;
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

    /**
     * Links that run.
     *
     * @param user the replication account, to be looked at when it is refused
     */
    static Opener live(MySqlServer source, MySqlServer target, String user) {
        return assessed -> LiveLink.open(source, target, user, assessed);
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
     * Sees that both threads run.
     *
     * @throws io.flexmigrate.engine.StageFailedException with the error and its remedy
     */
    void requireHealthy();

    @Override
    void close();
}
