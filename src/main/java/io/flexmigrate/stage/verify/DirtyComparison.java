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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/** Compares dirty rows and tables once, both sides at the same time, on several pairs of sessions at once. */
final class DirtyComparison implements AutoCloseable {

    /** ER_QUERY_TIMEOUT, for max_execution_time. */
    private static final int QUERY_TIMEOUT = 3024;

    private static final int PORTION = 500;

    private final TableLooks looks;
    private final ExecutorService workers;
    private final ExecutorService partners;
    private final BlockingQueue<TablePair> pairs = new LinkedBlockingQueue<>();

    private DirtyComparison(TableLooks looks, int threads) {
        this.looks = looks;
        this.workers = Executors.newFixedThreadPool(threads);
        this.partners = Executors.newFixedThreadPool(threads);
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
        Deadline deadline = new Deadline(watch, longest);
        Answer all = Answer.empty();
        Set<TableName> tables = whole ? dirty.tables() : new HashSet<>();
        List<Supplier<Answer>> tasks = new ArrayList<>();
        for (DirtyRows.Portion portion : dirty.portions(PORTION)) {
            if (looks.of(portion.table()).shape().isPresent()) {
                tasks.add(() -> rows(portion, deadline));
            } else {
                // because its key went away, or a column, since its rows were marked
                tables.add(portion.table());
            }
        }
        Workers.all(workers, tasks).forEach(all::add);
        return all.add(wholeTables(List.copyOf(tables), deadline));
    }

    /** When it must be over. */
    private record Deadline(Stopwatch watch, Duration longest) {

        Duration left() {
            return longest.minus(watch.elapsed());
        }

        boolean isOver() {
            return left().isNegative() || left().isZero();
        }
    }

    private Answer rows(DirtyRows.Portion portion, Deadline deadline) {
        Answer answer = Answer.empty();
        Optional<Answer> compared = inTime(deadline, pair -> {
            looks.of(portion.table())
                    .shape()
                    .map(shape -> shape.on(pair, TargetWait.none()))
                    .ifPresent(sides -> split(portion.table(), portion.keys(), sides, answer));
            return answer;
        });
        if (compared.isPresent()) {
            return answer;
        }
        Answer none = Answer.empty();
        none.unproven().add(portion.table());
        return none;
    }

    /** Both sides at once, as what changed meanwhile stays dirty whatever comes of it. */
    private Answer wholeTables(List<TableName> tables, Deadline deadline) throws InterruptedException {
        Answer answer = Answer.empty();
        List<TableName> read = new ArrayList<>();
        List<Supplier<Optional<TableChecksum>>> tasks = new ArrayList<>();
        for (TableName table : tables) {
            // because it may have been looked at while the target had not yet what the source had
            looks.forget(table);
            TableLook look = looks.of(table);
            if (look.isGone()) {
                answer.equalTables().add(table);
            } else if (look.trouble().isPresent()) {
                answer.unequalTables().add(table);
            } else {
                read.add(table);
                tasks.add(() -> inTime(deadline, pair -> pair.onSource(table, look.columns())));
                tasks.add(() -> inTime(deadline, pair -> pair.onTarget(table, look.columns())));
            }
        }
        List<Optional<TableChecksum>> checksums = Workers.all(workers, tasks);
        for (int i = 0; i < read.size(); i++) {
            Optional<TableChecksum> source = checksums.get(2 * i);
            Optional<TableChecksum> target = checksums.get(2 * i + 1);
            List<TableName> verdict = source.equals(target) ? answer.equalTables() : answer.unequalTables();
            (source.isEmpty() || target.isEmpty() ? answer.unproven() : verdict).add(read.get(i));
        }
        return answer;
    }

    /** Sets beforehand how long a comparison may take, so that one that comes soon and may take about as long need not. */
    void expect(Duration longest) {
        pairs.forEach(pair -> pair.bound(longest));
    }

    /** Empty when the time did not suffice. */
    private <T> Optional<T> inTime(Deadline deadline, Function<TablePair, T> task) {
        if (deadline.isOver()) {
            return Optional.empty();
        }
        TablePair pair = pairs.remove();
        try {
            pair.bound(deadline.left());
            return Optional.of(task.apply(pair));
        } catch (MySqlException failure) {
            if (failure.errorNumber() != QUERY_TIMEOUT && !failure.isTimeout()) {
                throw failure;
            }
            return Optional.empty();
        } finally {
            pairs.add(pair);
        }
    }

    /** Each row's hash is known of both sides, so what differs is told at once; halved is only what cannot be named so. */
    private void split(TableName table, List<RowKey> keys, TableSides sides, Answer answer) {
        Set<RowKey> unequal = unequal(keys, sides);
        if (unequal.isEmpty()) {
            answer.equalRows().add(new DirtyRows.Portion(table, keys));
        } else if (keys.size() == 1) {
            answer.unequalRows().add(new DirtyRows.Portion(table, keys));
        } else if (Set.copyOf(keys).containsAll(unequal)) {
            unequal.forEach(key -> answer.unequalRows().add(new DirtyRows.Portion(table, List.of(key))));
            List<RowKey> equal =
                    keys.stream().filter(key -> !unequal.contains(key)).toList();
            answer.equalRows().add(new DirtyRows.Portion(table, equal));
        } else {
            // because a server may give a key otherwise than it was asked for, such as in another case
            int middle = keys.size() / 2;
            split(table, keys.subList(0, middle), sides, answer);
            split(table, keys.subList(middle, keys.size()), sides, answer);
        }
    }

    /** Reads both sides; when this ends, be it by a failure of one, no session is at work any more. */
    private Set<RowKey> unequal(List<RowKey> keys, TableSides sides) {
        CompletableFuture<Map<RowKey, String>> target =
                CompletableFuture.supplyAsync(() -> sides.target().hashes(keys), partners);
        try {
            return unequal(sides.source().hashes(keys), target.join());
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        } finally {
            target.exceptionally(failure -> Map.of()).join();
        }
    }

    private static Set<RowKey> unequal(Map<RowKey, String> source, Map<RowKey, String> target) {
        Set<RowKey> unequal = new HashSet<>(source.keySet());
        unequal.addAll(target.keySet());
        unequal.removeIf(key -> Objects.equals(source.get(key), target.get(key)));
        return unequal;
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
        workers.shutdownNow();
        partners.shutdownNow();
        pairs.forEach(TablePair::close);
    }
}
