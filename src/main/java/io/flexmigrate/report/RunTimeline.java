package io.flexmigrate.report;

import io.flexmigrate.engine.Chronicle;
import io.flexmigrate.engine.Chronicle.Attempt;
import io.flexmigrate.engine.StageName;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * When each stage ran, beside what was foreseen of it.
 *
 * @param from when the first began
 * @param to when the last ended
 */
record RunTimeline(List<Row> rows, String from, String to) {

    private static final double FULL = 1000;
    private static final double THINNEST = 3;

    /**
     * A stage.
     *
     * @param took over all attempts; empty when it has not begun
     * @param foreseen as a range; empty when it was not
     * @param forecasts the same drawn: none, or one
     */
    record Row(String stage, String took, String foreseen, List<Bar> bars, List<RunForecast.Bar> forecasts) {}

    /**
     * An attempt.
     *
     * @param end how it ended, as a class of the style sheet
     */
    record Bar(String end, String title, String start, String width) {}

    static RunTimeline of(Chronicle chronicle, RunClock clock) {
        List<Attempt> attempts = chronicle.attempts();
        Instant from = attempts.isEmpty() ? chronicle.asOf() : attempts.get(0).from();
        RunForecast forecast = RunForecast.of(chronicle);
        Instant to = forecast.end(
                from, attempts.stream().map(Attempt::to).max(Instant::compareTo).orElse(from));
        double span = Math.max(1, Duration.between(from, to).toMillis());
        List<Row> rows = Arrays.stream(StageName.values())
                .map(stage -> row(
                        stage,
                        attempts.stream().filter(one -> one.stage() == stage).toList(),
                        forecast,
                        from,
                        span))
                .toList();
        return new RunTimeline(rows, clock.time(from), clock.time(to));
    }

    private static Row row(StageName stage, List<Attempt> attempts, RunForecast forecast, Instant from, double span) {
        Duration took = attempts.stream()
                .map(attempt -> Duration.between(attempt.from(), attempt.to()))
                .reduce(Duration.ZERO, Duration::plus);
        List<Bar> bars =
                attempts.stream().map(attempt -> bar(attempt, from, span)).toList();
        return new Row(
                stage.name(),
                bars.isEmpty() ? "" : Amounts.duration(took),
                forecast.words(stage),
                bars,
                forecast.bars(stage, from, span));
    }

    private static Bar bar(Attempt attempt, Instant from, double span) {
        double start = FULL * Duration.between(from, attempt.from()).toMillis() / span;
        double width = Math.max(
                THINNEST, FULL * Duration.between(attempt.from(), attempt.to()).toMillis() / span);
        String end = attempt.end().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Bar(
                end,
                attempt.stage() + ", " + end.replace('-', ' ') + ", "
                        + Amounts.duration(Duration.between(attempt.from(), attempt.to())),
                unit(Math.min(start, FULL - width)),
                unit(width));
    }

    private static String unit(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    boolean hasForecasts() {
        return rows.stream().anyMatch(row -> !row.forecasts().isEmpty());
    }

    boolean any() {
        return rows.stream().anyMatch(row -> !row.bars().isEmpty());
    }
}
