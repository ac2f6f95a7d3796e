package io.flexmigrate.report;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Status.ReachedStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One cut-over of a group as the page of a run shows it.
 *
 * @param title such as {@code money, back}
 * @param state how it ended
 * @param total the pause of the source until the clients were sent over; empty when it was not opened
 * @param predicted by the rehearsals
 * @param rehearsed what they gave, in words; empty before the first
 * @param pieces what the pause was spent on
 */
record RunPause(String title, String state, String total, String predicted, String rehearsed, List<Piece> pieces) {

    private static final double FULL = 1000;
    private static final List<CutOverStep> INSIDE = List.of(
            CutOverStep.FENCED, CutOverStep.DRAINED, CutOverStep.VERIFIED, CutOverStep.OPENING, CutOverStep.OPEN);

    /**
     * A part of the pause.
     *
     * @param kind its colour
     * @param start where it begins, in units of which the pause is 1000 long
     */
    record Piece(String kind, String name, String time, double start, double width) {

        String startText() {
            return String.format(Locale.ROOT, "%.1f", start);
        }

        String widthText() {
            return String.format(Locale.ROOT, "%.1f", width);
        }
    }

    /** All attempts, in the order in which they began: each begins with READY. */
    static List<RunPause> all(List<ReachedStep> steps) {
        List<List<ReachedStep>> attempts = new ArrayList<>();
        Map<String, List<ReachedStep>> last = new HashMap<>();
        for (ReachedStep step : steps) {
            String crossing = crossing(step).toString();
            if (step.step() == CutOverStep.READY || !last.containsKey(crossing)) {
                last.put(crossing, new ArrayList<>());
                attempts.add(last.get(crossing));
            }
            last.get(crossing).add(step);
        }
        return attempts.stream().map(RunPause::of).toList();
    }

    private static Crossing crossing(ReachedStep step) {
        return new Crossing(
                step.details().getOrDefault(StageLog.GROUP, ""),
                Integer.parseInt(step.details().getOrDefault(StageLog.CROSSING, "1")));
    }

    private static RunPause of(List<ReachedStep> steps) {
        Crossing crossing = crossing(steps.get(0));
        List<Piece> pieces = pieces(steps);
        Optional<Duration> total =
                pieces.isEmpty() ? Optional.empty() : Optional.of(inside(steps).plus(flip(steps)));
        String title = crossing.group()
                + (crossing.way() == Crossing.Way.BACK ? ", back" : crossing.number() > 1 ? ", over again" : "");
        return new RunPause(
                title,
                steps.get(steps.size() - 1).step().name(),
                total.map(Amounts::duration).orElse(""),
                reached(steps, CutOverStep.REHEARSED)
                        .flatMap(step -> millis(step.details(), "predicted_ms"))
                        .map(Amounts::duration)
                        .orElse(""),
                reached(steps, CutOverStep.REHEARSED)
                        .map(step -> rehearsed(step.details()))
                        .orElse(""),
                pieces);
    }

    private static String rehearsed(Map<String, String> details) {
        return Stream.of(
                        Optional.ofNullable(details.get("rehearsals")).map(times -> "Rehearsals: " + times),
                        millis(details, "longest_ms").map(longest -> "longest " + Amounts.duration(longest)),
                        millis(details, "median_ms").map(median -> "median " + Amounts.duration(median)),
                        millis(details, "closing_ms").map(closing -> "closing " + Amounts.duration(closing)),
                        millis(details, "flip_ms").map(flip -> "flip " + Amounts.duration(flip)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static List<Piece> pieces(List<ReachedStep> steps) {
        if (reached(steps, CutOverStep.OPEN).isEmpty()) {
            return List.of();
        }
        double all = Math.max(1, inside(steps).plus(flip(steps)).toMillis());
        List<Piece> pieces = new ArrayList<>();
        Duration before = Duration.ZERO;
        for (CutOverStep step : INSIDE) {
            Duration until = reached(steps, step)
                    .flatMap(found -> millis(found.details(), "ms"))
                    .orElse(before);
            pieces.add(piece(step, before, until, all));
            before = until;
        }
        if (reached(steps, CutOverStep.FLIPPED).isPresent()) {
            pieces.add(piece(CutOverStep.FLIPPED, before, before.plus(flip(steps)), all));
        }
        return pieces;
    }

    private static Piece piece(CutOverStep step, Duration from, Duration to, double all) {
        Duration took = to.minus(from);
        return new Piece(
                step.name().toLowerCase(Locale.ROOT),
                words(step),
                Amounts.duration(took),
                FULL * from.toMillis() / all,
                FULL * took.toMillis() / all);
    }

    private static String words(CutOverStep step) {
        return switch (step) {
            case FENCED -> "lock";
            case DRAINED -> "drain";
            case VERIFIED -> "compare";
            case OPENING -> "close";
            case OPEN -> "write OPEN";
            default -> "flip";
        };
    }

    private static Duration inside(List<ReachedStep> steps) {
        return reached(steps, CutOverStep.OPEN)
                .flatMap(open -> millis(open.details(), "ms"))
                .orElse(Duration.ZERO);
    }

    private static Duration flip(List<ReachedStep> steps) {
        Optional<ReachedStep> open = reached(steps, CutOverStep.OPEN);
        Optional<ReachedStep> flipped = reached(steps, CutOverStep.FLIPPED);
        return open.isPresent() && flipped.isPresent()
                ? Duration.between(open.get().at(), flipped.get().at())
                : Duration.ZERO;
    }

    private static Optional<ReachedStep> reached(List<ReachedStep> steps, CutOverStep wanted) {
        return steps.stream().filter(step -> step.step() == wanted).reduce((earlier, later) -> later);
    }

    private static Optional<Duration> millis(Map<String, String> details, String key) {
        try {
            return Optional.ofNullable(details.get(key)).map(text -> Duration.ofMillis(Long.parseLong(text)));
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
