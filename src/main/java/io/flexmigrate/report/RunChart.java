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
 * @param gist of it, in some words
 * @param marks moments to be seen in it
 * @param from when it begins
 * @param to when it ends
 */
record RunChart(
        String id,
        String title,
        String points,
        String area,
        String words,
        String top,
        String gist,
        List<Mark> marks,
        String from,
        String to) {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 120;

    /** A point of a curve. */
    record Point(Instant at, double value) {}

    /** Something that happened at a moment. */
    record Moment(Instant at, String name) {}

    /**
     * The same in the picture.
     *
     * @param x where
     */
    record Mark(String x, String name) {}

    /**
     * Draws it.
     *
     * @param points at least one, in the order of time
     * @param moments those in its time are marked
     * @param amount how a value is said
     */
    static RunChart of(
            String id,
            String title,
            List<Point> points,
            List<Moment> moments,
            DoubleFunction<String> amount,
            RunClock clock) {
        Instant first = points.get(0).at();
        Instant last = end(points, moments);
        double span = Math.max(1, Duration.between(first, last).toMillis());
        double most = points.stream().mapToDouble(Point::value).max().orElse(0);
        String line = points.stream()
                .map(point -> spot(
                        WIDTH * Duration.between(first, point.at()).toMillis() / span,
                        HEIGHT - (most > 0 ? HEIGHT * point.value() / most : 0)))
                .collect(Collectors.joining(" "));
        String ending = amount.apply(points.get(points.size() - 1).value());
        String words = String.format(
                Locale.ROOT,
                "%s: first %s, most %s, last %s",
                title,
                amount.apply(points.get(0).value()),
                amount.apply(most),
                ending);
        return new RunChart(
                id,
                title,
                line,
                spot(0, HEIGHT) + " " + line + " "
                        + spot(
                                WIDTH
                                        * Duration.between(
                                                        first,
                                                        points.get(points.size() - 1)
                                                                .at())
                                                .toMillis()
                                        / span,
                                HEIGHT),
                words,
                amount.apply(most),
                "at the end " + ending,
                moments.stream()
                        .filter(moment ->
                                !moment.at().isBefore(first) && !moment.at().isAfter(last))
                        .map(moment -> new Mark(
                                unit(WIDTH
                                        * Duration.between(first, moment.at()).toMillis()
                                        / span),
                                moment.name() + " " + clock.time(moment.at())))
                        .toList(),
                clock.time(first),
                clock.time(last));
    }

    /** The same with another gist. */
    RunChart saying(String words) {
        return new RunChart(id, title, points, area, this.words, top, words, marks, from, to);
    }

    /** A moment soon after the last point belongs to the picture. */
    private static Instant end(List<Point> points, List<Moment> moments) {
        Instant first = points.get(0).at();
        Instant last = points.get(points.size() - 1).at();
        Instant soon = last.plus(Duration.between(first, last));
        return moments.stream()
                .map(Moment::at)
                .filter(at -> at.isAfter(last) && !at.isAfter(soon))
                .max(Instant::compareTo)
                .orElse(last);
    }

    private static String spot(double x, double y) {
        return unit(x) + "," + unit(y);
    }

    private static String unit(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
