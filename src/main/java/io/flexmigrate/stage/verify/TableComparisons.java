package io.flexmigrate.stage.verify;

import io.flexmigrate.model.Action;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.stage.Link;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The ways to compare tables of source and target. */
public interface TableComparisons {

    /** Compares tables one after the other while both sides move, on sessions of its own. */
    interface Moving extends AutoCloseable {
        Verdict compare(TableName table);

        @Override
        void close();
    }

    /** The base tables the source has now in what moves, those included that were created after it was assessed. */
    List<TableName> tables(Fact.Assessed assessed);

    /** Makes ready to compare tables while both sides move. */
    Moving whileMoving(Fact.Assessed assessed);

    /**
     * Makes ready to compare these tables while nothing moves.
     *
     * @param threads how many checksums run at once on each side
     */
    StillComparison whileStill(List<TableName> tables, int threads);

    /**
     * Compares for real.
     *
     * @param moving which databases move
     */
    static TableComparisons real(MySqlServer source, MySqlServer target, Link.Opener links, Predicate<String> moving) {
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
            public Moving whileMoving(Fact.Assessed assessed) {
                return MovingComparison.open(source, target, links, assessed);
            }

            @Override
            public StillComparison whileStill(List<TableName> tables, int threads) {
                return PreparedComparison.open(tables, threads, source, target);
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
            public Moving whileMoving(Fact.Assessed assessed) {
                return new DescribedMoving(sink);
            }

            @Override
            public StillComparison whileStill(List<TableName> tables, int threads) {
                return new DescribedComparison(tables.size(), sink);
            }
        };
    }
}
