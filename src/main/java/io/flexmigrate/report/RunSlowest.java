package io.flexmigrate.report;

import io.flexmigrate.engine.Chronicle;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table that took long, and what its time went into.
 *
 * @param took all of it
 * @param words its parts, such as {@code filled in 7.3 s, indexes 2.0 s, compared in 1.2 s}
 * @param filled in units of which the slowest table's time is 1000 long
 * @param indexed in the same
 * @param compared in the same
 */
record RunSlowest(String name, String took, String words, String filled, String indexed, String compared) {

    private static final int SHOWN = 5;
    private static final double FULL = 1000;

    /** The slowest few, the slowest first; none while there is no telling them apart. */
    static List<RunSlowest> of(List<Chronicle.Table> tables) {
        List<Chronicle.Table> slowest = tables.stream()
                .filter(table -> !all(table).isZero())
                .sorted(Comparator.comparing(RunSlowest::all).reversed())
                .limit(SHOWN)
                .toList();
        return slowest.size() < 2
                ? List.of()
                : slowest.stream().map(table -> of(table, all(slowest.get(0)))).toList();
    }

    private static Duration all(Chronicle.Table table) {
        return parts(table).flatMap(Optional::stream).reduce(Duration.ZERO, Duration::plus);
    }

    private static Stream<Optional<Duration>> parts(Chronicle.Table table) {
        return Stream.of(table.loading().filling(), table.loading().indexing(), table.compared());
    }

    private static RunSlowest of(Chronicle.Table table, Duration most) {
        String words = Stream.of(
                        table.loading().filling().map(took -> "filled in " + Amounts.duration(took)),
                        table.loading().indexing().map(took -> "indexes " + Amounts.duration(took)),
                        table.compared().map(took -> "compared in " + Amounts.duration(took)))
                .flatMap(Optional::stream)
                .reduce((earlier, later) -> earlier + ", " + later)
                .orElse("");
        double filled = units(table.loading().filling(), most);
        double indexed = filled + units(table.loading().indexing(), most);
        double compared = indexed + units(table.compared(), most);
        return new RunSlowest(
                table.name().toString(),
                Amounts.duration(all(table)),
                words,
                text(filled),
                text(indexed),
                text(compared));
    }

    private static double units(Optional<Duration> part, Duration most) {
        return FULL * part.orElse(Duration.ZERO).toMillis() / Math.max(1, most.toMillis());
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
