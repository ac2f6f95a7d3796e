package io.flexmigrate.stage.verify;

import io.flexmigrate.engine.ChunkLedger;
import io.flexmigrate.model.Action;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.binlog.BinlogFollower;
import io.flexmigrate.stage.Link;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
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
     */
    List<Verdict> whileMoving(Fact.Assessed assessed, BinlogCoordinates start, List<TableName> tables, int threads)
            throws InterruptedException;

    /**
     * Makes ready to compare these tables while nothing moves: what changed since it was proven.
     *
     * @param start where the link began
     * @param now where the source stands
     * @param threads how many comparisons run at once
     */
    StillComparison whileStill(
            Fact.Assessed assessed,
            BinlogCoordinates start,
            BinlogCoordinates now,
            List<TableName> tables,
            int threads);

    /**
     * Compares for real.
     *
     * @param moving which databases move
     * @param binlog follows the source's
     * @param ledgers by where the link began: what is proven already, and where to write what is proven now
     */
    static TableComparisons real(
            MySqlServer source,
            MySqlServer target,
            Link.Opener links,
            BinlogFollower.Opener binlog,
            Predicate<String> moving,
            Function<BinlogCoordinates, ChunkLedger> ledgers) {
        return new TableComparisons() {
            @Override
            public List<TableName> tables(Fact.Assessed assessed) {
                return source.with(session -> {
                    Databases databases = new Databases(session);
                    return databases.tableNames(
                            databases.names().stream().filter(moving).toList());
                });
            }

            @Override
            public List<Verdict> whileMoving(
                    Fact.Assessed assessed, BinlogCoordinates start, List<TableName> tables, int threads)
                    throws InterruptedException {
                return new ChunkedComparison(
                                source,
                                target,
                                () -> TargetWait.on(links.open(assessed)),
                                ledgers.apply(start),
                                ROWS_NAMED)
                        .compare(tables, threads);
            }

            @Override
            public StillComparison whileStill(
                    Fact.Assessed assessed,
                    BinlogCoordinates start,
                    BinlogCoordinates now,
                    List<TableName> tables,
                    int threads) {
                ChunkLedger ledger = ledgers.apply(start);
                ChunkedComparison chunks = new ChunkedComparison(
                        source, target, () -> TargetWait.on(links.open(assessed)), ledger.anew(), ROWS_NAMED);
                TableLooks looks = TableLooks.open(source, target);
                return new TrackedComparison(
                        chunks,
                        ChangeTracking.open(source, binlog, moving, tables, looks, now, ledger.proofs()),
                        looks,
                        DirtyComparison.open(looks, threads, source, target),
                        threads);
            }
        };
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
                    Fact.Assessed assessed, BinlogCoordinates start, List<TableName> tables, int threads) {
                return tables.stream().map(table -> described(table, sink)).toList();
            }

            @Override
            public StillComparison whileStill(
                    Fact.Assessed assessed,
                    BinlogCoordinates start,
                    BinlogCoordinates now,
                    List<TableName> tables,
                    int threads) {
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
