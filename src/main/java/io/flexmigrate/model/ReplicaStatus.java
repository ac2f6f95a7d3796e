package io.flexmigrate.model;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One reading of a replica's status, in the terms of newer servers whatever the server calls them.
 *
 * @param sourceHost host the replica reads from
 * @param sourcePort its port
 * @param receiverRunning {@code Yes}, {@code No} or {@code Connecting}
 * @param applierRunning {@code Yes} or {@code No}
 * @param applied the source's coordinates up to which everything is applied; empty before the first event
 * @param secondsBehind the server's own guess of the lag; a hint only, see design of CATCH_UP
 * @param receiverError last error of the receiver
 * @param applierError last error of the applier
 */
public record ReplicaStatus(
        String sourceHost,
        int sourcePort,
        String receiverRunning,
        String applierRunning,
        Optional<BinlogCoordinates> applied,
        OptionalLong secondsBehind,
        ThreadError receiverError,
        ThreadError applierError) {

    /**
     * The last error of a replication thread.
     *
     * @param number the server's error number; 0 when there is none
     */
    public record ThreadError(int number, String message) {

        public static final ThreadError NONE = new ThreadError(0, "");

        public boolean isPresent() {
            return number != 0;
        }
    }

    /** Both threads run and neither has an error. */
    public boolean isHealthy() {
        return receiverRunning.equals("Yes")
                && applierRunning.equals("Yes")
                && !receiverError.isPresent()
                && !applierError.isPresent();
    }

    /** Both threads are stopped. */
    public boolean isStopped() {
        return receiverRunning.equals("No") && applierRunning.equals("No");
    }

    public boolean hasApplied(BinlogCoordinates coordinates) {
        return applied.isPresent() && applied.get().isAtOrAfter(coordinates);
    }
}
