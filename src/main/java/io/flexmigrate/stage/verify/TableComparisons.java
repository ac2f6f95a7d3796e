package io.flexmigrate.stage.verify;

import io.flexmigrate.model.Fact;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.stage.Link;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The ways to compare tables of source and target. */
public interface TableComparisons {

    /** Compares one table while both sides move; may be called by several threads at once. */
    Verdict whileMoving(TableName table, Fact.Assessed assessed);

    /**
     * Makes ready to compare these tables while nothing moves.
     *
     * @param threads how many checksums run at once on each side
     */
    StillComparison whileStill(List<TableName> tables, int threads);

    /** Compares for real. */
    static TableComparisons real(MySqlServer source, MySqlServer target, Link.Opener links) {
        return new TableComparisons() {
            @Override
            public Verdict whileMoving(TableName table, Fact.Assessed assessed) {
                try (Link link = links.open(assessed);
                        TablePair pair = TablePair.open(source, target)) {
                    return new MovingComparison(pair, link).compare(table);
                }
            }

            @Override
            public StillComparison whileStill(List<TableName> tables, int threads) {
                return PreparedComparison.open(tables, threads, source, target);
            }
        };
    }

    /** Says what would be compared, and finds it equal. */
    static TableComparisons described(Consumer<String> sink) {
        return new TableComparisons() {
            @Override
            public Verdict whileMoving(TableName table, Fact.Assessed assessed) {
                sink.accept("compare " + table + ": number of rows and two hashes over all of them");
                return new Verdict(table, Verdict.Kind.EQUAL, "", Duration.ZERO);
            }

            @Override
            public StillComparison whileStill(List<TableName> tables, int threads) {
                return new DescribedComparison(tables.size(), sink);
            }
        };
    }
}
