package io.flexmigrate.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/**
 * A curve over time on a ground of 1000 by 120 units.
 *
 * @param id names it in the page
 * @param title what it is, as a heading
 * @param points as an SVG polyline wants them
 * @param area the same, closed along the ground
 * @param words the curve for those who do not see it
 * @param top what the upper edge stands for
 * @param from when it begins
 * @param to when it ends
 */
record RunChart(String id, String title, String points, String area, String words, String top, String from, String to) {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 120;

    /** A point of a curve. */
    record Point(Instant at, double value) {}

    /**
     * Draws it.
     *
     * @param points at least one, in the order of time
     * @param amount how a value is said
     */
    static RunChart of(String id, String title, List<Point> points, DoubleFunction<String> amount, RunClock clock) {
        Instant first = points.get(0).at();
        Instant last = points.get(points.size() - 1).at();
        double span = Math.max(1, Duration.between(first, last).toMillis());
        double most = points.stream().mapToDouble(Point::value).max().orElse(0);
        String line = points.stream()
                .map(point -> spot(
                        WIDTH * Duration.between(first, point.at()).toMillis() / span,
                        HEIGHT - (most > 0 ? HEIGHT * point.value() / most : 0)))
                .collect(Collectors.joining(" "));
        String words = String.format(
                Locale.ROOT,
                "%s: first %s, most %s, last %s",
                title,
                amount.apply(points.get(0).value()),
                amount.apply(most),
                amount.apply(points.get(points.size() - 1).value()));
        return new RunChart(
                id,
                title,
                line,
                spot(0, HEIGHT) + " " + line + " " + spot(WIDTH, HEIGHT),
                words,
                amount.apply(most),
                clock.time(first),
                clock.time(last));
    }

    private static String spot(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }
}
