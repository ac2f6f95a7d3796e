package io.flexmigrate.stage.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Forms batches: large tables alone, small ones together, because every run of the loader costs a start.
 *
 * @param lanes how many batches are loaded at once
 */
record Batching(int lanes) {

    /** From this size on a table is loaded alone. */
    static final long LARGE = 16L << 20;

    /** At most so many tables together: so much is done again when a run is killed. */
    static final int MOST = 100;

    /** Each lane gets at least so many batches of small tables, if there are enough, so that none is idle at the end. */
    private static final int BATCHES_PER_LANE = 4;

    private static final int FEWEST = 10;

    /** The largest first: a large table that begins last would keep everybody waiting. */
    List<Batch> of(List<PendingTable> tables) {
        List<Batch> batches = new ArrayList<>();
        Map<String, List<PendingTable>> small = new TreeMap<>();
        for (PendingTable table : tables) {
            if (table.bytes() >= LARGE) {
                batches.add(new Batch(List.of(table)));
            } else {
                small.computeIfAbsent(table.name().database(), database -> new ArrayList<>())
                        .add(table);
            }
        }
        int together = together(small.values().stream().mapToInt(List::size).sum());
        small.values().forEach(ofOneDatabase -> addTo(batches, ofOneDatabase, together));
        batches.sort(Comparator.comparingLong(Batch::bytes).reversed());
        return batches;
    }

    private int together(int count) {
        int shared = (count + lanes * BATCHES_PER_LANE - 1) / (lanes * BATCHES_PER_LANE);
        return Math.max(FEWEST, Math.min(MOST, shared));
    }

    private static void addTo(List<Batch> batches, List<PendingTable> tables, int together) {
        List<PendingTable> batch = new ArrayList<>();
        long bytes = 0;
        for (PendingTable table : tables) {
            if (batch.size() == together || (!batch.isEmpty() && bytes + table.bytes() > LARGE)) {
                batches.add(new Batch(batch));
                batch.clear();
                bytes = 0;
            }
            batch.add(table);
            bytes += table.bytes();
        }
        batches.add(new Batch(batch));
    }
}
