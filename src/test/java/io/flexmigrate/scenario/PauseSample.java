package io.flexmigrate.scenario;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Moves;
import io.flexmigrate.lab.Gap;
import io.flexmigrate.lab.TrafficReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One cut-over as the clients saw it and as the servers did.
 *
 * @param row what it is a sample of
 * @param gap the longest time without an acknowledged commit of any client, in milliseconds
 * @param failed statements of clients that failed meanwhile
 * @param rate transactions a second before it
 * @param predicted what the rehearsals gave, in milliseconds
 * @param rows compared inside the pause
 * @param steps milliseconds since the lock was asked for
 */
record PauseSample(
        String row, double gap, long failed, double rate, long predicted, long rows, Map<CutOverStep, Long> steps) {

    static final String HEADINGS =
            "row,client gap ms,failed statements,transactions/s,predicted ms,rows compared,steps ms";

    private static final Duration AROUND = Duration.ofSeconds(2);

    /**
     * The last crossing of a group.
     *
     * @param applier how the other server applies
     * @param failedBefore statements that had failed before it
     */
    static PauseSample of(
            String group, String applier, List<Event> events, TrafficReport report, long failedBefore, double rate) {
        Crossing crossing = Moves.of(events).lastOpen(group).orElseThrow();
        List<Event> ours = new ArrayList<>();
        for (Event event : events) {
            if (event.crossing().equals(Optional.of(crossing))) {
                // because a drill may have come before
                if (CutOverStep.of(event).equals(Optional.of(CutOverStep.READY))) {
                    ours.clear();
                }
                ours.add(event);
            }
        }
        Map<CutOverStep, Long> steps = new EnumMap<>(CutOverStep.class);
        ours.forEach(event -> CutOverStep.of(event)
                .ifPresent(step -> details(event, "ms").ifPresent(ms -> steps.put(step, Long.parseLong(ms)))));
        Instant fenced = at(ours, CutOverStep.FENCED);
        Instant flipped = at(ours, CutOverStep.FLIPPED);
        steps.put(
                CutOverStep.FLIPPED,
                Duration.between(fenced, flipped).toMillis() + steps.getOrDefault(CutOverStep.FENCED, 0L));
        Duration gap = report.longestGap(fenced.minus(AROUND), flipped.plus(AROUND))
                .map(Gap::length)
                .orElse(Duration.ZERO);
        String fence = ours.stream()
                .flatMap(event -> details(event, "fence").stream())
                .findFirst()
                .orElse("?");
        return new PauseSample(
                fence + ", " + applier + (crossing.way() == Crossing.Way.BACK ? ", back" : ""),
                gap.toNanos() / 1e6,
                report.failedStatements() - failedBefore,
                rate,
                number(ours, "predicted_ms"),
                number(ours, "changed_rows"),
                steps);
    }

    /** One without a cut-over. */
    static PauseSample bare(String row, double gap) {
        return new PauseSample(row, gap, 0, 0, 0, 0, Map.of());
    }

    private static Optional<String> details(Event event, String key) {
        if (event instanceof Event.Intended intended) {
            return Optional.ofNullable(intended.details().get(key));
        }
        return event instanceof Event.Reached reached
                ? Optional.ofNullable(reached.details().get(key))
                : Optional.empty();
    }

    private static long number(List<Event> events, String key) {
        return events.stream()
                .flatMap(event -> details(event, key).stream())
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }

    private static Instant at(List<Event> events, CutOverStep step) {
        return events.stream()
                .filter(event -> CutOverStep.of(event).equals(Optional.of(step)))
                .map(Event::at)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** How long the servers took no writes. */
    double pause() {
        return steps.getOrDefault(CutOverStep.FLIPPED, 0L);
    }

    /** A line of a table. */
    String line() {
        String times = steps.entrySet().stream()
                .map(step -> step.getKey() + " " + step.getValue())
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT, "\"%s\",%.1f,%d,%.0f,%d,%d,%s", row, gap, failed, rate, predicted, rows, times);
    }
}
