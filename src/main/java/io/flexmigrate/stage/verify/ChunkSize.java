package io.flexmigrate.stage.verify;

import java.time.Duration;

/** How many rows make a chunk that takes half a second. */
final class ChunkSize {

    private static final double WANTED_MILLIS = 500;
    private static final long FEWEST = 1;
    private static final long SMALLER = 10;
    private static final long MOST = 1_000_000;
    private static final double LARGEST_STEP = 4;

    private long rows = 5_000;

    long rows() {
        return rows;
    }

    /** Learns that a chunk was not done in reasonable time. */
    void shrink() {
        rows = Math.max(FEWEST, rows / SMALLER);
    }

    /** Learns how long a chunk took on the slower side. */
    void learn(long chunkRows, Duration cost) {
        if (chunkRows == 0) {
            return;
        }
        double wanted = chunkRows * WANTED_MILLIS / Math.max(1, cost.toMillis());
        double near = Math.max(rows / LARGEST_STEP, Math.min(rows * LARGEST_STEP, wanted));
        rows = Math.max(FEWEST, Math.min(MOST, Math.round(near)));
    }
}
