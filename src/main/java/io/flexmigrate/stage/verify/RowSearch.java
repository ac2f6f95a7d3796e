package io.flexmigrate.stage.verify;

import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.RowRange;
import io.flexmigrate.mysql.RowValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the rows that make a chunk differ: halves it until it is small, then compares row by row.
 *
 * @param limit after so many rows no more are looked for
 */
record RowSearch(TableSides sides, int limit) {

    private static final long FEW_ROWS = 1_000;

    private static final int ROW_LOOKS = 10;

    private static final String ABSENT = "";

    /**
     * What was found.
     *
     * @param isMoving whether rows changed on every look, so that nothing can be said of them
     * @param isComplete whether all rows are here
     */
    record Found(List<RowDifference> rows, boolean isMoving, boolean isComplete) {

        Found {
            rows = List.copyOf(rows);
        }
    }

    /** @param rows how many rows there are about on the side that has more */
    Found within(RowRange range, long rows) {
        List<RowDifference> found = new ArrayList<>();
        boolean moving = search(range, rows, found);
        return new Found(found, moving, found.size() < limit);
    }

    private boolean search(RowRange range, long rows, List<RowDifference> found) {
        if (found.size() >= limit) {
            return false;
        }
        Optional<RowKey> middle = rows <= FEW_ROWS ? Optional.empty() : middle(range, rows / 2);
        if (middle.isEmpty() || middle.equals(range.upTo())) {
            return rowByRow(range, found);
        }
        boolean first = half(new RowRange(range.after(), middle), found);
        boolean second = half(new RowRange(middle, range.upTo()), found);
        return first || second;
    }

    private Optional<RowKey> middle(RowRange range, long number) {
        return sides.source().bound(range, number).or(() -> sides.target().bound(range, number));
    }

    private boolean half(RowRange range, List<RowDifference> found) {
        Looks.Outcome outcome = sides.settle(range);
        return outcome.kind() != Verdict.Kind.EQUAL
                && search(
                        range,
                        Math.max(outcome.source().rows(), outcome.target().rows()),
                        found);
    }

    /** Whether a row changed on every look. */
    private boolean rowByRow(RowRange range, List<RowDifference> found) {
        Map<RowKey, Suspect> suspects = new HashMap<>();
        for (int look = 1; look <= ROW_LOOKS; look++) {
            Map<RowKey, String> source = sides.source().hashes(range);
            sides.patience().await();
            Map<RowKey, String> target = sides.target().hashes(range);
            if (look == 1) {
                Set<RowKey> keys = new HashSet<>(source.keySet());
                keys.addAll(target.keySet());
                keys.forEach(key -> suspects.put(key, new Suspect()));
            }
            suspects.entrySet()
                    .removeIf(entry -> entry.getValue()
                            .isCleared(
                                    source.getOrDefault(entry.getKey(), ABSENT),
                                    target.getOrDefault(entry.getKey(), ABSENT)));
            if (suspects.values().stream().allMatch(Suspect::isStable)) {
                break;
            }
        }
        suspects.forEach((key, suspect) -> {
            if (suspect.isStable() && found.size() < limit) {
                found.add(described(key));
            }
        });
        return !suspects.values().stream().allMatch(Suspect::isStable);
    }

    /** The row with this key, read once more on both sides. */
    RowDifference described(RowKey key) {
        Optional<RowValues> source = sides.source().row(key);
        Optional<RowValues> target = sides.target().row(key);
        List<RowDifference.ColumnDifference> columns = new ArrayList<>();
        if (source.isPresent() && target.isPresent()) {
            source.get()
                    .values()
                    .forEach((name, value) -> Optional.ofNullable(
                                    target.get().values().get(name))
                            .filter(other -> !other.hash().equals(value.hash()))
                            .ifPresent(other -> columns.add(
                                    new RowDifference.ColumnDifference(name, masked(value), masked(other)))));
        }
        RowDifference.Kind kind = target.isEmpty()
                ? RowDifference.Kind.MISSING
                : source.isEmpty() ? RowDifference.Kind.EXTRA : RowDifference.Kind.CHANGED;
        RowValues named = source.or(() -> target).orElseGet(() -> new RowValues(Map.of()));
        List<String> keyColumns = sides.source().key().columns();
        return new RowDifference(
                sides.source().table(),
                kind,
                words(keyColumns, named, false),
                words(keyColumns, named, true),
                columns,
                new RowPlace.ByKey(key));
    }

    private String words(List<String> keyColumns, RowValues row, boolean showValues) {
        List<String> words = new ArrayList<>();
        List<String> telling = sides.source().key().telling();
        for (String column : keyColumns) {
            Optional.ofNullable(row.values().get(column))
                    .ifPresent(value -> words.add(
                            column + " " + (showValues || telling.contains(column) ? value.shown() : value.masked())));
        }
        return String.join(", ", words);
    }

    private static RowDifference.Masked masked(RowValues.Value value) {
        return new RowDifference.Masked(value.masked(), value.shown());
    }

    /** A row not yet seen equal. */
    private static final class Suspect {

        private final Set<String> witnessed = new HashSet<>();
        private Optional<String> source = Optional.empty();
        private Optional<String> target = Optional.empty();
        private int stableLooks;

        boolean isCleared(String onSource, String onTarget) {
            witnessed.add(onSource);
            boolean still = source.map(onSource::equals).orElse(true)
                    && target.map(onTarget::equals).orElse(true);
            stableLooks = still ? stableLooks + 1 : 0;
            source = Optional.of(onSource);
            target = Optional.of(onTarget);
            return witnessed.contains(onTarget);
        }

        boolean isStable() {
            return stableLooks >= Looks.STABLE_LOOKS;
        }
    }
}
