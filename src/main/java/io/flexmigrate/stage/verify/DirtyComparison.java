package io.flexmigrate.stage.verify;

import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.TableChecksum;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.stage.verify.TableLooks.TableLook;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Compares dirty rows and tables once, the source first, on several sessions at once. */
final class DirtyComparison implements AutoCloseable {

    /** ER_QUERY_TIMEOUT, for max_execution_time. */
    private static final int QUERY_TIMEOUT = 3024;

    private static final int PORTION = 500;

    private final TableLooks looks;
    private final int threads;
    private final BlockingQueue<TablePair> pairs = new LinkedBlockingQueue<>();

    private DirtyComparison(TableLooks looks, int threads) {
        this.looks = looks;
        this.threads = threads;
    }

    /** Opens all sessions that are needed. */
    static DirtyComparison open(TableLooks looks, int threads, MySqlServer source, MySqlServer target) {
        DirtyComparison comparison = new DirtyComparison(looks, threads);
        try {
            for (int i = 0; i < threads; i++) {
                comparison.pairs.add(TablePair.open(source, target));
            }
            return comparison;
        } catch (RuntimeException failure) {
            comparison.close();
            throw failure;
        }
    }

    /** One task's answer: what of it is equal, what is not, and what was not compared in time. */
    record Answer(
            List<DirtyRows.Portion> equalRows,
            List<DirtyRows.Portion> unequalRows,
            List<TableName> equalTables,
            List<TableName> unequalTables,
            List<TableName> unproven) {

        static Answer empty() {
            return new Answer(
                    new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        Answer add(Answer other) {
            equalRows.addAll(other.equalRows);
            unequalRows.addAll(other.unequalRows);
            equalTables.addAll(other.equalTables);
            unequalTables.addAll(other.unequalTables);
            unproven.addAll(other.unproven);
            return this;
        }

        int rows() {
            return equalRows.stream().mapToInt(portion -> portion.keys().size()).sum()
                    + unequalRows.stream()
                            .mapToInt(portion -> portion.keys().size())
                            .sum();
        }
    }

    /**
     * Compares.
     *
     * @param whole whether tables that are dirty as a whole are read too
     * @param watch since when the time runs
     * @param longest how long it may take
     */
    Answer compare(DirtyRows dirty, boolean whole, Stopwatch watch, Duration longest) throws InterruptedException {
        List<Supplier<Answer>> tasks = new ArrayList<>();
        for (DirtyRows.Portion portion : dirty.portions(PORTION)) {
            tasks.add(() -> inTime(portion.table(), watch, longest, (pair, answer) -> rows(portion, pair, answer)));
        }
        if (whole) {
            for (TableName table : dirty.tables()) {
                tasks.add(() -> inTime(table, watch, longest, (pair, answer) -> table(table, pair, answer)));
            }
        }
        Answer all = Answer.empty();
        Workers.all(threads, tasks).forEach(all::add);
        return all;
    }

    /** Compares something on a pair of sessions and adds what it gave. */
    private interface Task {
        void run(TablePair pair, Answer answer);
    }

    private Answer inTime(TableName table, Stopwatch watch, Duration longest, Task task) {
        Answer answer = Answer.empty();
        Duration left = longest.minus(watch.elapsed());
        if (left.isNegative() || left.isZero()) {
            answer.unproven().add(table);
            return answer;
        }
        TablePair pair = pairs.remove();
        try {
            pair.bound(left);
            task.run(pair, answer);
            return answer;
        } catch (MySqlException failure) {
            if (failure.errorNumber() != QUERY_TIMEOUT && !failure.isTimeout()) {
                throw failure;
            }
            Answer none = Answer.empty();
            none.unproven().add(table);
            return none;
        } finally {
            pairs.add(pair);
        }
    }

    private void rows(DirtyRows.Portion portion, TablePair pair, Answer answer) {
        TableLook look = looks.of(portion.table());
        if (look.isGone()) {
            answer.equalRows().add(portion);
            return;
        }
        if (look.shape().isEmpty()) {
            // because its key went away, or a column, since its rows were marked
            table(portion.table(), pair, answer);
            return;
        }
        TableSides sides = look.shape().get().on(pair, TargetWait.none());
        halve(portion.table(), portion.keys(), sides, answer);
    }

    private static void halve(TableName table, List<RowKey> keys, TableSides sides, Answer answer) {
        Map<RowKey, String> source = sides.source().hashes(keys);
        Map<RowKey, String> target = sides.target().hashes(keys);
        if (source.equals(target)) {
            answer.equalRows().add(new DirtyRows.Portion(table, keys));
        } else if (keys.size() == 1) {
            answer.unequalRows().add(new DirtyRows.Portion(table, keys));
        } else {
            int middle = keys.size() / 2;
            halve(table, keys.subList(0, middle), sides, answer);
            halve(table, keys.subList(middle, keys.size()), sides, answer);
        }
    }

    private void table(TableName table, TablePair pair, Answer answer) {
        // because it may have been read while the target had not yet what the source had
        looks.forget(table);
        TableLook look = looks.of(table);
        Consumer<TableName> verdict = answer.equalTables()::add;
        if (!look.isGone()) {
            boolean isEqual = look.trouble().isEmpty()
                    && checksum(table, look, pair, true).equals(checksum(table, look, pair, false));
            verdict = isEqual ? verdict : answer.unequalTables()::add;
        }
        verdict.accept(table);
    }

    private static TableChecksum checksum(TableName table, TableLook look, TablePair pair, boolean onSource) {
        return onSource ? pair.onSource(table, look.columns()) : pair.onTarget(table, look.columns());
    }

    /** A row that differs, in words. */
    RowDifference described(TableName table, RowKey key) {
        TablePair pair = pairs.remove();
        try {
            return looks.of(table)
                    .shape()
                    .map(shape -> new RowSearch(shape.on(pair, TargetWait.none()), 1).described(key))
                    .orElseThrow(() -> new IllegalStateException(table + " lost its key"));
        } finally {
            pairs.add(pair);
        }
    }

    @Override
    public void close() {
        pairs.forEach(TablePair::close);
    }
}
