package io.flexmigrate.stage.verify;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.ForeignKeys;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.binlog.BinlogFollower;
import io.flexmigrate.mysql.binlog.ChangedRows;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the source changed since tables were proven, as its binlog tells.
 *
 * <p>When the binlog cannot be read, all tables are dirty: that takes longer and proves the same.
 */
final class ChangeTracking implements AutoCloseable {

    /** Some tens of megabytes. */
    private static final int MOST_ROWS = 100_000;

    private final DirtyRows dirty = new DirtyRows(MOST_ROWS);
    private final DirtyMarks marks;
    private final BinlogCoordinates start;
    private volatile BinlogCoordinates latest;
    private Optional<BinlogFollower> follower = Optional.empty();
    private Optional<String> trouble = Optional.empty();

    private ChangeTracking(DirtyMarks.Known known, BinlogCoordinates start) {
        this.marks = new DirtyMarks(known, dirty);
        this.start = start;
        this.latest = start;
    }

    /**
     * Begins to read the binlog where the first of these tables was proven.
     *
     * @param now where the source stands
     * @param proofs what is proven of them
     */
    static ChangeTracking open(
            MySqlServer source,
            BinlogFollower.Opener binlog,
            Predicate<String> moving,
            List<TableName> tables,
            TableLooks looks,
            BinlogCoordinates now,
            List<ChunkProof> proofs) {
        Map<TableName, BinlogCoordinates> baselines = new HashMap<>(Baselines.of(proofs));
        baselines.keySet().retainAll(tables);
        BinlogCoordinates start =
                baselines.values().stream().min(BinlogCoordinates::compareTo).orElse(now);
        Map<TableName, Set<TableName>> children = source.with(session -> children(new ForeignKeys(session)));
        ChangeTracking tracking =
                new ChangeTracking(new DirtyMarks.Known(moving, looks, Set.copyOf(tables), baselines, children), start);
        tables.stream()
                .filter(table -> !baselines.containsKey(table))
                .forEach(table -> tracking.dirty.table(table, start));
        try {
            tracking.follower = Optional.of(binlog.open(start, tracking.marks));
        } catch (MySqlException refused) {
            tracking.giveUp(refused);
        }
        return tracking;
    }

    private static Map<TableName, Set<TableName>> children(ForeignKeys foreignKeys) {
        Map<TableName, Set<TableName>> direct = new HashMap<>();
        foreignKeys
                .cascading()
                .forEach(key -> direct.computeIfAbsent(key.parent(), unused -> new HashSet<>())
                        .add(key.table()));
        Map<TableName, Set<TableName>> all = new HashMap<>();
        direct.keySet().forEach(parent -> all.put(parent, reached(parent, direct)));
        return all;
    }

    private static Set<TableName> reached(TableName parent, Map<TableName, Set<TableName>> direct) {
        Set<TableName> reached = new HashSet<>();
        Deque<TableName> next = new ArrayDeque<>(List.of(parent));
        while (!next.isEmpty()) {
            for (TableName child : direct.getOrDefault(next.remove(), Set.of())) {
                if (reached.add(child)) {
                    next.add(child);
                }
            }
        }
        return reached;
    }

    DirtyRows dirty() {
        return dirty;
    }

    /** These rows are equal, as far as they were changed before; only as long as it is known what is changed afterwards. */
    void settle(DirtyRows.Portion portion, BinlogCoordinates provenAt) {
        if (trouble.isEmpty()) {
            dirty.settle(portion.table(), portion.keys(), provenAt);
        }
    }

    /** This table is equal, as far as it was changed before; only as long as it is known what is changed afterwards. */
    void settle(TableName table, BinlogCoordinates provenAt) {
        if (trouble.isEmpty()) {
            dirty.settle(table, provenAt);
        }
    }

    DirtyMarks marks() {
        return marks;
    }

    /** Why the binlog is not read; empty when it is. */
    Optional<String> trouble() {
        return trouble;
    }

    /** Marks rows that somebody else changed on the target: they count as changed where the source was seen last. */
    void mark(ChangedRows rows) {
        marks.mark(rows, latest);
    }

    /** Whether all that the source changed before these coordinates is marked, within this time. */
    boolean awaitMarked(BinlogCoordinates goal, Duration longest) throws InterruptedException {
        latest = goal.isAtOrAfter(latest) ? goal : latest;
        if (follower.isEmpty()) {
            return true;
        }
        try {
            return follower.get().awaitTold(goal, longest);
        } catch (MySqlException broken) {
            giveUp(broken);
            return true;
        }
    }

    private void giveUp(MySqlException reason) {
        close();
        follower = Optional.empty();
        trouble = Optional.of(String.valueOf(reason.getMessage()));
        marks.tables().forEach(table -> dirty.table(table, start));
    }

    @Override
    public void close() {
        follower.ifPresent(BinlogFollower::close);
    }
}
