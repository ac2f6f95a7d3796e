package io.flexmigrate.report;

import io.flexmigrate.engine.Chronicle;
import io.flexmigrate.engine.Chronicle.Attempt;
import io.flexmigrate.engine.Outlook;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Forecast;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was foreseen of each stage, in the time in which it fell or may fall.
 *
 * <p>A stage that has begun is foreseen from its beginning. One that has not, while somebody works on the run, follows the ones
 * before it; how long people think about it at a gate is nobody's to foresee.
 */
record RunForecast(Map<StageName, Range> ranges) {

    private static final double FULL = 1000;
    private static final int FARTHEST = 3;

    /** From when, and how long at best and at worst. */
    record Range(Instant from, Duration shortest, Duration longest) {

        Instant end() {
            return from.plus(longest);
        }
    }

    /** The same in units of which the whole time is 1000 long. */
    record Bar(String start, String surely, String perhaps) {}

    RunForecast {
        ranges = Map.copyOf(ranges);
    }

    static RunForecast of(Chronicle chronicle) {
        Map<StageName, Range> ranges = new EnumMap<>(StageName.class);
        boolean goesOn = chronicle.status().outlook() == Outlook.RUNNING;
        Instant next = chronicle.asOf();
        for (StageName stage : StageName.values()) {
            Optional<Instant> began = chronicle.attempts().stream()
                    .filter(attempt -> attempt.stage() == stage)
                    .map(Attempt::from)
                    .findFirst();
            List<Forecast.StageTime> parts = parts(chronicle, stage);
            if (!parts.isEmpty() && (began.isPresent() || goesOn)) {
                Range range = range(began.orElse(next), parts);
                ranges.put(stage, range);
                next = range.end().isAfter(next) ? range.end() : next;
            }
        }
        return new RunForecast(ranges);
    }

    private static List<Forecast.StageTime> parts(Chronicle chronicle, StageName stage) {
        return chronicle.status().stages().stream()
                .flatMap(one -> one.fact().stream())
                .filter(Fact.Assessed.class::isInstance)
                .flatMap(fact -> ((Fact.Assessed) fact).forecast().stages().stream())
                .filter(time -> time.stage().equals(stage.name()))
                .toList();
    }

    private static Range range(Instant from, List<Forecast.StageTime> parts) {
        return new Range(
                from,
                parts.stream().map(Forecast.StageTime::shortest).reduce(Duration.ZERO, Duration::plus),
                parts.stream().map(Forecast.StageTime::longest).reduce(Duration.ZERO, Duration::plus));
    }

    /** Where the picture ends: with what is foreseen, but not so far that nobody sees any more what was. */
    Instant end(Instant from, Instant to) {
        Instant farthest = from.plus(Duration.between(from, to).multipliedBy(FARTHEST));
        return ranges.values().stream()
                .map(Range::end)
                .map(end -> end.isAfter(farthest) ? farthest : end)
                .filter(end -> end.isAfter(to))
                .max(Instant::compareTo)
                .orElse(to);
    }

    /** Such as {@code 2 s to 3 min}; empty when nothing was foreseen of the stage. */
    String words(StageName stage) {
        return Optional.ofNullable(ranges.get(stage))
                .map(range -> ForecastText.range(range.shortest(), range.longest()))
                .orElse("");
    }

    /** None, or one. */
    List<Bar> bars(StageName stage, Instant from, double span) {
        return Optional.ofNullable(ranges.get(stage)).stream()
                .map(range -> bar(range, from, span))
                .toList();
    }

    private static Bar bar(Range range, Instant from, double span) {
        double start = Math.min(FULL, FULL * millis(Duration.between(from, range.from())) / span);
        double surely = Math.min(FULL - start, FULL * millis(range.shortest()) / span);
        double perhaps = Math.min(FULL - start, FULL * millis(range.longest()) / span);
        return new Bar(text(start), text(surely), text(perhaps));
    }

    private static double millis(Duration duration) {
        return duration.toMillis();
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
