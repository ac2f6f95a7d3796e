package io.flexmigrate.stage.verify;

import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.RowRange;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.ChunkReader;
import io.flexmigrate.mysql.Rendering;
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

/** One table that is compared chunk by chunk, by several threads at once. */
final class TableWork {

    private static final int FEW_ROWS = 20;

    private final TableName table;
    private final Map<Optional<RowKey>, ChunkProof> earlier = new HashMap<>();
    private final Extent extent;
    private final ChunkSize size = new ChunkSize();
    private final List<RowDifference> rows = new ArrayList<>();

    private List<Rendering> columns = List.of();
    private Optional<TableSides.Shape> shape = Optional.empty();
    private Optional<String> trouble = Optional.empty();
    private Optional<RowKey> last = Optional.empty();
    private boolean isBegun;
    private boolean isEnded;
    private boolean isMoving;
    private boolean isIncomplete;
    private long compared;
    private final Deque<RowRange> tooLarge = new ArrayDeque<>();
    private final Set<RowRange> smallest = new HashSet<>();
    private Optional<Deque<RowRange>> sample = Optional.empty();
    private long all;
    private Duration cost = Duration.ZERO;

    TableWork(TableName table, Extent extent) {
        this.table = table;
        this.extent = extent;
    }

    /** The same with one chunk only. */
    TableWork of(RowRange range) {
        sample = Optional.of(new ArrayDeque<>(List.of(range)));
        return this;
    }

    /** Takes what a ledger says of one of its chunks, in the order of the ledger; to be called before the first chunk. */
    void remember(ChunkProof proof) {
        if (proof.verdict().equals(Verdict.Kind.EQUAL.name())) {
            earlier.put(proof.range().after(), proof);
        } else {
            earlier.remove(proof.range().after());
        }
    }

    TableName table() {
        return table;
    }

    /** The next chunk to compare; empty when all are compared, or in work. */
    synchronized Optional<RowRange> next(TablePair pair) {
        if (!isBegun) {
            begin(pair);
        }
        if (!tooLarge.isEmpty()) {
            return Optional.of(piece(pair));
        }
        if (sample.isPresent()) {
            return Optional.ofNullable(sample.get().poll());
        }
        while (!isEnded && earlier.containsKey(last)) {
            skip(earlier.get(last));
        }
        if (isEnded) {
            return Optional.empty();
        }
        Optional<RowKey> bound = shape.flatMap(known ->
                pair.source(table, columns, known.onSource()).bound(new RowRange(last, Optional.empty()), size.rows()));
        RowRange range = new RowRange(last, bound);
        last = bound;
        isEnded = bound.isEmpty();
        all++;
        return Optional.of(range);
    }

    /** The first rows of what was too large to be compared at once. */
    private RowRange piece(TablePair pair) {
        RowRange whole = tooLarge.remove();
        Optional<RowKey> bound = shape.flatMap(
                known -> pair.source(table, columns, known.onSource()).bound(whole, size.rows()));
        if (bound.isEmpty() || bound.equals(whole.upTo())) {
            return whole;
        }
        tooLarge.push(new RowRange(bound, whole.upTo()));
        return new RowRange(whole.after(), bound);
    }

    /** Takes back a chunk that could not be compared in reasonable time: it comes again in smaller ones. */
    synchronized void takeBack(RowRange range) {
        if (size.rows() == 1) {
            smallest.add(range);
        }
        size.shrink();
        tooLarge.add(range);
    }

    /** Whether this chunk took too long although it could not be made smaller. */
    synchronized boolean isSmallest(RowRange range) {
        return smallest.contains(range);
    }

    private void begin(TablePair pair) {
        isBegun = true;
        columns = pair.columns(table);
        trouble = pair.structuralDifference(table, columns);
        isEnded = trouble.isPresent();
        shape = trouble.isPresent() ? Optional.empty() : pair.shape(table, columns);
        List<String> key = keyColumns();
        earlier.values().removeIf(proof -> !proof.key().equals(key));
        if (extent.isSample() && shape.isPresent()) {
            choose(pair, shape.get());
        }
    }

    private void choose(TablePair pair, TableSides.Shape known) {
        ChunkReader reader = pair.source(table, columns, known.onSource());
        ChunkSample chosen = ChunkSample.of(
                table, extent, after -> reader.bound(new RowRange(after, Optional.empty()), size.rows()));
        all = chosen.all();
        sample = Optional.of(new ArrayDeque<>(chosen.chosen()));
    }

    private void skip(ChunkProof proof) {
        earlier.remove(last);
        compared++;
        all++;
        cost = cost.plus(proof.cost());
        last = proof.range().upTo();
        isEnded = last.isEmpty();
    }

    synchronized List<String> keyColumns() {
        return shape.map(known -> known.onSource().columns()).orElse(List.of());
    }

    /** The key both sides share; empty when they share none. */
    synchronized Optional<TableSides.Shape> shape() {
        return shape;
    }

    synchronized List<Rendering> columns() {
        return columns;
    }

    synchronized void settle(Looks.Outcome outcome, Optional<RowSearch.Found> found) {
        cost = cost.plus(outcome.cost());
        compared++;
        size.learn(outcome.source().rows(), outcome.cost());
        found.ifPresent(search -> {
            rows.addAll(search.rows());
            isMoving |= search.isMoving();
            isIncomplete |= !search.isComplete();
        });
    }

    synchronized Verdict verdict() {
        if (trouble.isPresent()) {
            return Verdict.different(table, trouble.get());
        }
        Verdict.Kind kind =
                !rows.isEmpty() ? Verdict.Kind.DIFFERENT : isMoving ? Verdict.Kind.MOVING : Verdict.Kind.EQUAL;
        return new Verdict(table, kind, words(), rows, !isIncomplete, new Coverage(compared, all), cost);
    }

    private String words() {
        if (rows.isEmpty()) {
            return "";
        }
        StringBuilder words = new StringBuilder("has ")
                .append(isIncomplete ? "at least " : "")
                .append(rows.size())
                .append(" row(s) that differ:");
        rows.stream().limit(FEW_ROWS).forEach(row -> words.append("\n    ").append(row.words(false)));
        if (rows.size() > FEW_ROWS) {
            words.append("\n    and ").append(rows.size() - FEW_ROWS).append(" more");
        }
        return words.toString();
    }
}
