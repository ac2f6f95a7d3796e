package io.flexmigrate.stage.verify;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.Action;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.stage.Link;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The ways to compare tables of source and target. */
public interface TableComparisons {

    /** How many rows that differ are looked for in one chunk. */
    int ROWS_NAMED = 100;

    /** The base tables the source has now in what moves, those included that were created after it was assessed. */
    List<TableName> tables(Fact.Assessed assessed);

    /**
     * Compares these tables while both sides move.
     *
     * @param start where the link began
     * @param threads how many chunks are compared at once
     * @param load when to stand aside
     */
    List<Verdict> whileMoving(
            Fact.Assessed assessed, BinlogCoordinates start, List<TableName> tables, int threads, LoadLimit load)
            throws InterruptedException;

    /**
     * Writes down where the target's binlog stands, so that what others write there can be told later, and what of the ledger is
     * damaged.
     *
     * @param start where the link began
     */
    void beginWatching(Fact.Assessed assessed, BinlogCoordinates start, StageLog log);

    /**
     * What others than the link wrote to the target.
     *
     * @param from where its binlog stood when the link was started; empty when that is not known
     * @return a line for each table and statement
     */
    List<String> foreignWrites(Fact.Assessed assessed, Optional<BinlogCoordinates> from) throws InterruptedException;

    /** The same, and somebody who hears of each chunk that is compared; of those that were in the ledger already too. */
    default TableComparisons telling(Consumer<ChunkProof> listener) {
        return this;
    }

    /** The same of some databases only: what is written to others is of no interest. */
    TableComparisons within(Predicate<String> databases);

    /**
     * The same with the servers the other way round.
     *
     * @param back from the target to the source
     */
    TableComparisons backwards(Link.Opener back);

    /**
     * Makes ready to compare these tables while nothing moves: what changed since it was proven.
     *
     * @param threads how many comparisons run at once
     */
    StillComparison whileStill(Fact.Assessed assessed, Since since, List<TableName> tables, int threads);

    /**
     * From where on changes matter.
     *
     * @param known what of before is proven
     * @param now where the source stands
     * @param target where the target's own binlog stood when VERIFY began; empty when that is not known
     */
    record Since(Known known, BinlogCoordinates now, Optional<BinlogCoordinates> target) {}

    /**
     * From which coordinates of the source on it must be followed.
     *
     * @param equal whether all was proven equal there; else the ledger says what was proven since
     */
    record Known(BinlogCoordinates from, boolean equal) {

        /** A link begins there, and what is proven since has a ledger. */
        public static Known byLedger(BinlogCoordinates link) {
            return new Known(link, false);
        }

        /** A later crossing begins there, as the one before it proved everything. */
        public static Known equal(BinlogCoordinates crossed) {
            return new Known(crossed, true);
        }
    }

    /** Says what would be compared, and finds it equal. */
    static TableComparisons described(Consumer<Action> sink) {
        return new TableComparisons() {
            @Override
            public List<TableName> tables(Fact.Assessed assessed) {
                return assessed.tables().stream().map(TableSize::name).toList();
            }

            @Override
            public List<Verdict> whileMoving(
                    Fact.Assessed assessed,
                    BinlogCoordinates start,
                    List<TableName> tables,
                    int threads,
                    LoadLimit load) {
                return tables.stream().map(table -> described(table, sink)).toList();
            }

            @Override
            public void beginWatching(Fact.Assessed assessed, BinlogCoordinates start, StageLog log) {
                // because nothing will be written
            }

            @Override
            public List<String> foreignWrites(Fact.Assessed assessed, Optional<BinlogCoordinates> from) {
                sink.accept(new Action(
                        Action.Kind.NOTE,
                        Action.HERE,
                        "look in the target's binlog for what others than the link wrote there"));
                return List.of();
            }

            @Override
            public TableComparisons within(Predicate<String> databases) {
                return this;
            }

            @Override
            public TableComparisons backwards(Link.Opener back) {
                return this;
            }

            @Override
            public StillComparison whileStill(
                    Fact.Assessed assessed, Since since, List<TableName> tables, int threads) {
                return new DescribedComparison(tables.size(), sink);
            }
        };
    }

    private static Verdict described(TableName table, Consumer<Action> sink) {
        String text = "compare " + table + " chunk by chunk: number of rows and two hashes over them";
        sink.accept(new Action(Action.Kind.NOTE, Action.HERE, text));
        return Verdict.equal(table);
    }
}
