package io.flexmigrate.stage.verify;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.TableChecksum;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Checksums.Column;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.stage.Link;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares one table while both sides move. */
record MovingComparison(TablePair pair, Link link) implements TableComparisons.Moving {

    private static final int LOOKS = 5;

    /** As often must both sides stand still and differ, because a value that goes to and fro may look still once. */
    private static final int STABLE_LOOKS = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static MovingComparison open(MySqlServer source, MySqlServer target, Link.Opener links, Fact.Assessed assessed) {
        Link link = links.open(assessed);
        try {
            return new MovingComparison(TablePair.open(source, target), link);
        } catch (RuntimeException failure) {
            link.close();
            throw failure;
        }
    }

    @Override
    public Verdict compare(TableName table) {
        List<Column> columns = pair.columns(table);
        Optional<String> structure = pair.structuralDifference(table, columns);
        if (structure.isPresent()) {
            return Verdict.different(table, structure.get());
        }
        Set<TableChecksum> witnessed = new HashSet<>();
        Duration cost = Duration.ZERO;
        int stableDifferences = 0;
        Optional<TableChecksum> before = Optional.empty();
        TableChecksum source = pair.onSource(table, columns);
        for (int look = 1; look <= LOOKS; look++) {
            witnessed.add(source);
            awaitSource();
            Stopwatch targetWatch = SystemClock.stopwatch();
            TableChecksum target = pair.onTarget(table, columns);
            cost = longer(cost, targetWatch.elapsed());
            if (witnessed.contains(target)) {
                return new Verdict(table, Verdict.Kind.EQUAL, "", cost);
            }
            Stopwatch sourceWatch = SystemClock.stopwatch();
            TableChecksum again = pair.onSource(table, columns);
            cost = longer(cost, sourceWatch.elapsed());
            boolean still =
                    again.equals(source) && (before.isEmpty() || before.get().equals(target));
            stableDifferences = still ? stableDifferences + 1 : 0;
            before = Optional.of(target);
            if (stableDifferences == STABLE_LOOKS) {
                return Verdict.different(table, TablePair.words(source, target));
            }
            source = again;
        }
        return new Verdict(table, Verdict.Kind.MOVING, "", cost);
    }

    @Override
    public void close() {
        pair.close();
        link.close();
    }

    private void awaitSource() {
        BinlogCoordinates goal = link.sourceCoordinates();
        while (!link.awaitApplied(goal, PATIENCE)) {
            link.requireHealthy();
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
