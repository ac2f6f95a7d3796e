package io.flexmigrate.stage.verify;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.stage.Link;
import java.time.Duration;
import java.util.Optional;

/** Waits until the target shows what the source had. */
interface TargetWait extends AutoCloseable {

    /** Returns when the target has what the source has now, with the source's coordinates of now; empty without a link. */
    Optional<BinlogCoordinates> await();

    /**
     * Coordinates that the target has applied for some time already. What the source did before them can be seen on both sides:
     * a transaction stands in the binlog a moment before others can see what it did.
     */
    default Optional<BinlogCoordinates> applied() {
        return await();
    }

    @Override
    void close();

    /** Waits on a link that runs, and closes it in the end. */
    static TargetWait on(Link link) {
        return new TargetWait() {
            @Override
            public Optional<BinlogCoordinates> await() {
                BinlogCoordinates goal = link.sourceCoordinates();
                while (!link.awaitApplied(goal, Duration.ofMinutes(1))) {
                    link.requireHealthy();
                }
                return Optional.of(goal);
            }

            @Override
            public void close() {
                link.close();
            }
        };
    }

    /** Waits for nothing: for servers without a link, which are taken as they are. */
    static TargetWait none() {
        return new TargetWait() {
            @Override
            public Optional<BinlogCoordinates> await() {
                return Optional.empty();
            }

            @Override
            public void close() {
                // because nothing was opened
            }
        };
    }
}
