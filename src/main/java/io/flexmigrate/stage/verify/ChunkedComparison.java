package io.flexmigrate.stage.verify;

import io.flexmigrate.engine.ChunkLedger;
import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.RowRange;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.time.SystemClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Compares tables chunk by chunk while both sides move, without a lock on either.
 *
 * @param waits opens what waits for the target, one for each thread
 * @param limit how many rows that differ are looked for in a chunk
 * @param extent how much of each table is compared; a ledger is for full comparisons alone
 * @param load when to stand aside
 */
public record ChunkedComparison(
        MySqlServer source,
        MySqlServer target,
        Supplier<TargetWait> waits,
        ChunkLedger ledger,
        int limit,
        Extent extent,
        LoadLimit load) {

    /** Compares every chunk in full. */
    public ChunkedComparison(
            MySqlServer source, MySqlServer target, Supplier<TargetWait> waits, ChunkLedger ledger, int limit) {
        this(source, target, waits, ledger, limit, Extent.FULL, LoadLimit.none());
    }

    /** The same, standing aside at times. */
    ChunkedComparison within(LoadLimit limitOfLoad) {
        return new ChunkedComparison(source, target, waits, ledger, limit, extent, limitOfLoad);
    }

    /** Compares one chunk again, or its whole table when that has another key by now. */
    Verdict again(ChunkProof proof, TablePair pair, TargetWait wait) throws InterruptedException {
        TableWork work = new TableWork(proof.table(), extent).of(proof.range());
        Optional<RowRange> range = work.next(pair);
        if (range.isPresent() && !work.keyColumns().equals(proof.key())) {
            return compare(List.of(proof.table()), 1).get(0);
        }
        while (range.isPresent()) {
            compare(work, range.get(), pair, wait);
            range = work.next(pair);
        }
        return work.verdict();
    }

    /** Compares, so many chunks at once, be they of one table or of several. */
    List<Verdict> compare(List<TableName> tables, int threads) throws InterruptedException {
        Map<TableName, TableWork> works = new LinkedHashMap<>();
        tables.forEach(table -> works.put(table, new TableWork(table, extent)));
        ledger.tell(proof -> Optional.ofNullable(works.get(proof.table())).ifPresent(work -> work.remember(proof)));
        return compareAll(List.copyOf(works.values()), threads);
    }

    private List<Verdict> compareAll(List<TableWork> works, int threads) throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        List<Supplier<Boolean>> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(() -> work(works, begun));
        }
        Workers.all(threads, workers);
        return works.stream().map(TableWork::verdict).toList();
    }

    /** Takes tables nobody has begun, then helps with those that others are at. */
    private boolean work(List<TableWork> works, AtomicInteger begun) {
        try (TablePair pair = TablePair.open(source, target);
                TargetWait wait = new RememberingWait(waits.get())) {
            int next = begun.getAndIncrement();
            while (next < works.size()) {
                compareAll(works.get(next), pair, wait);
                next = begun.getAndIncrement();
            }
            works.forEach(work -> compareAll(work, pair, wait));
            return true;
        }
    }

    private void compareAll(TableWork work, TablePair pair, TargetWait wait) {
        Optional<RowRange> range = work.next(pair);
        while (range.isPresent() && !Thread.currentThread().isInterrupted()) {
            load.standAside(pair::runningOnSource);
            compare(work, range.get(), pair, wait);
            range = work.next(pair);
        }
    }

    private void compare(TableWork work, RowRange range, TablePair pair, TargetWait wait) {
        Optional<TableSides> sides = work.shape()
                .map(shape -> shape.on(pair, wait))
                .map(known -> extent.countsOnly() ? known.counting() : known);
        limitReadings(work, range, sides.isPresent(), pair);
        try {
            Looks.Outcome outcome = sides.map(known -> known.settle(range)).orElseGet(() -> whole(work, pair, wait));
            Optional<RowSearch.Found> found = outcome.kind() == Verdict.Kind.EQUAL
                    ? Optional.empty()
                    : Optional.of(sides.map(known -> search(known, range, outcome))
                            .orElseGet(() -> search(work, pair, wait, outcome)));
            keep(work, range, outcome, found);
        } catch (MySqlException late) {
            if (!late.isOverTime()) {
                throw late;
            }
            work.takeBack(range);
        } finally {
            // because where the next chunk ends is found with the same session, and that reads keys alone
            pair.unbound();
        }
    }

    /** What has no key, or is a single row, cannot be read in smaller portions. */
    private void limitReadings(TableWork work, RowRange range, boolean isKeyed, TablePair pair) {
        if (isKeyed && !work.isSmallest(range)) {
            pair.bound(load.longestReading());
        } else {
            pair.unbound();
        }
    }

    private void keep(TableWork work, RowRange range, Looks.Outcome outcome, Optional<RowSearch.Found> found) {
        work.settle(outcome, found);
        ledger.append(new ChunkProof(
                work.table(),
                work.keyColumns(),
                range,
                outcome.source(),
                outcome.target(),
                outcome.from(),
                outcome.to(),
                SystemClock.wall().instant(),
                outcome.cost(),
                verdict(found).name()));
    }

    private RowSearch.Found search(TableSides sides, RowRange range, Looks.Outcome outcome) {
        long rows = Math.max(outcome.source().rows(), outcome.target().rows());
        return new RowSearch(sides, limit).within(range, rows);
    }

    /** Rows without a name cannot be told apart while they change. */
    private RowSearch.Found search(TableWork work, TablePair pair, TargetWait wait, Looks.Outcome outcome) {
        return outcome.kind() == Verdict.Kind.MOVING
                ? new RowSearch.Found(List.of(), true, true)
                : new KeylessSearch(pair, work.table(), work.columns(), wait, limit).found();
    }

    private Looks.Outcome whole(TableWork work, TablePair pair, TargetWait wait) {
        if (extent.countsOnly()) {
            return new Looks(() -> pair.countOnSource(work.table()), () -> pair.countOnTarget(work.table()), wait)
                    .settle();
        }
        return new Looks(
                        () -> pair.onSource(work.table(), work.columns()),
                        () -> pair.onTarget(work.table(), work.columns()),
                        wait)
                .settle();
    }

    private static Verdict.Kind verdict(Optional<RowSearch.Found> found) {
        if (found.isEmpty()) {
            return Verdict.Kind.EQUAL;
        }
        if (!found.get().rows().isEmpty()) {
            return Verdict.Kind.DIFFERENT;
        }
        return found.get().isMoving() ? Verdict.Kind.MOVING : Verdict.Kind.EQUAL;
    }
}
