package io.flexmigrate.stage.verify;

import io.flexmigrate.engine.ProvenChunks;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.ForeignKeys;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.binlog.BinlogFollower;
import io.flexmigrate.mysql.binlog.ChangedRows;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
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

    /** ER_MASTER_FATAL_ERROR_READING_BINLOG: the file is gone. */
    private static final int FILE_GONE = 1236;

    private static final int MOST_FAILURES = 3;

    private final BinlogFollower.Opener binlog;
    private final DirtyRows dirty = new DirtyRows(MOST_ROWS);
    private final DirtyMarks marks;
    private final List<String> failures = new ArrayList<>();
    private volatile BinlogCoordinates latest;
    private BinlogCoordinates marked;
    private Optional<BinlogFollower> follower = Optional.empty();

    private ChangeTracking(BinlogFollower.Opener binlog, DirtyMarks.Known known, BinlogCoordinates start) {
        this.binlog = binlog;
        this.marks = new DirtyMarks(known, dirty);
        this.latest = start;
        this.marked = start;
    }

    /**
     * Begins to read the binlog where the first of these tables was proven.
     *
     * @param now where the source stands
     * @param proven what is proven of them
     */
    static ChangeTracking open(
            MySqlServer source,
            BinlogFollower.Opener binlog,
            Predicate<String> moving,
            List<TableName> tables,
            TableLooks looks,
            BinlogCoordinates now,
            ProvenChunks proven) {
        Map<TableName, BinlogCoordinates> baselines = Baselines.of(proven, tables);
        BinlogCoordinates start =
                baselines.values().stream().min(BinlogCoordinates::compareTo).orElse(now);
        Map<TableName, Set<TableName>> children = source.with(session -> children(new ForeignKeys(session)));
        ChangeTracking tracking = new ChangeTracking(
                binlog, new DirtyMarks.Known(moving, looks, Set.copyOf(tables), baselines, children), start);
        tables.stream()
                .filter(table -> !baselines.containsKey(table))
                .forEach(table -> tracking.dirty.table(table, start));
        tracking.follow(now);
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
        if (trouble().isEmpty()) {
            dirty.settle(portion.table(), portion.keys(), provenAt);
        }
    }

    /** This table is equal, as far as it was changed before; only as long as it is known what is changed afterwards. */
    void settle(TableName table, BinlogCoordinates provenAt) {
        if (trouble().isEmpty()) {
            dirty.settle(table, provenAt);
        }
    }

    DirtyMarks marks() {
        return marks;
    }

    /** Why the binlog is not read any more; empty when it is. */
    Optional<String> trouble() {
        return follower.isPresent() ? Optional.empty() : Optional.of(String.join("; ", failures));
    }

    /** Marks rows that somebody else changed on the target: they count as changed where the source was seen last. */
    void mark(ChangedRows rows) {
        marks.mark(rows, latest);
    }

    /** Whether all that the source changed before these coordinates is marked, within this time. */
    boolean awaitMarked(BinlogCoordinates goal, Duration longest) throws InterruptedException {
        latest = goal.isAtOrAfter(latest) ? goal : latest;
        while (follower.isPresent()) {
            try {
                boolean told = follower.get().awaitTold(goal, longest);
                marked = told && goal.isAtOrAfter(marked) ? goal : marked;
                return told;
            } catch (MySqlException broken) {
                failed(broken, goal);
                follow(goal);
            }
        }
        return true;
    }

    /** Goes on where all before is marked. */
    private void follow(BinlogCoordinates now) {
        while (follower.isEmpty() && failures.size() < MOST_FAILURES) {
            try {
                follower = Optional.of(binlog.open(marked, marks));
            } catch (MySqlException refused) {
                failed(refused, now);
            }
        }
        if (follower.isEmpty()) {
            markAll(marked);
        }
    }

    /** What stood in a file that is gone may have been anything; what comes from now on is told again. */
    private void failed(MySqlException reason, BinlogCoordinates now) {
        close();
        follower = Optional.empty();
        failures.add(String.valueOf(reason.getMessage()));
        if (reason.errorNumber() == FILE_GONE) {
            marked = now;
            markAll(now);
        }
    }

    private void markAll(BinlogCoordinates upTo) {
        marks.tables().forEach(table -> dirty.table(table, upTo));
    }

    /** What went wrong on the way; empty when nothing did. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        follower.ifPresent(BinlogFollower::close);
    }
}
