package io.flexmigrate.engine;

import io.flexmigrate.engine.Chronicle.Attempt;
import io.flexmigrate.engine.Chronicle.End;
import io.flexmigrate.engine.Chronicle.LagPoint;
import io.flexmigrate.engine.Chronicle.StepDone;
import io.flexmigrate.engine.Chronicle.WorkPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Reads a {@link Chronicle} out of the events of a run. */
final class ChronicleReading {

    private static final int POINTS = 400;

    private final Progress progress;
    private final Instant now;
    private final boolean running;

    ChronicleReading(Progress progress, Instant now, boolean running) {
        this.progress = progress;
        this.now = progress.asOf(now);
        this.running = running;
    }

    Chronicle chronicle(Status status) {
        return new Chronicle(
                status,
                now,
                attempts(),
                thinned(lags(), point -> point.lag().toMillis()),
                lag(),
                thinned(work(), WorkPoint::perSecond),
                new TableReading(progress).tables(),
                steps());
    }

    private List<Attempt> attempts() {
        List<Attempt> attempts = new ArrayList<>();
        Optional<Attempt> open = Optional.empty();
        for (Event event : progress.events()) {
            if (event instanceof Event.Started) {
                open.ifPresent(attempts::add);
                open = Optional.of(new Attempt(event.stage(), event.at(), event.at(), End.BROKEN));
            } else if (open.filter(attempt -> attempt.stage() == event.stage()).isPresent()) {
                Attempt attempt = open.get();
                Optional<End> end = end(event);
                Attempt later = new Attempt(attempt.stage(), attempt.from(), event.at(), end.orElse(End.BROKEN));
                if (end.isPresent()) {
                    attempts.add(later);
                }
                open = end.isPresent() ? Optional.empty() : Optional.of(later);
            }
        }
        open.map(last -> running ? new Attempt(last.stage(), last.from(), now, End.AT_WORK) : last)
                .ifPresent(attempts::add);
        return attempts;
    }

    private static Optional<End> end(Event event) {
        if (event instanceof Event.Confirmed) {
            return Optional.of(End.DONE);
        }
        if (event instanceof Event.Failed) {
            return Optional.of(End.FAILED);
        }
        return event instanceof Event.Paused ? Optional.of(End.PAUSED) : Optional.empty();
    }

    private List<LagPoint> lags() {
        return progress.events().stream()
                .flatMap(event -> Observation.LAG.duration(event).map(lag -> new LagPoint(event.at(), lag)).stream())
                .toList();
    }

    /** What was foreseen when the target was last waited for says nothing of now. */
    private Optional<LagSample> lag() {
        return progress.state(StageName.CATCH_UP) == StageState.STARTED && running
                ? progress.events(StageName.CATCH_UP).stream()
                        .flatMap(event -> LagSample.of(event).stream())
                        .reduce((earlier, later) -> later)
                : Optional.empty();
    }

    private List<WorkPoint> work() {
        List<WorkPoint> points = new ArrayList<>();
        Map<StageName, Event> before = new EnumMap<>(StageName.class);
        for (Event event : progress.events()) {
            if (event instanceof Event.Started) {
                before.remove(event.stage());
            }
            Optional<Advance> advance = Advance.of(event);
            if (advance.isPresent()) {
                Optional.ofNullable(before.put(event.stage(), event))
                        .flatMap(earlier -> between(earlier, event))
                        .ifPresent(points::add);
            }
        }
        return points;
    }

    /** Nothing where less is done than before: then the work began anew. */
    private static Optional<WorkPoint> between(Event earlier, Event later) {
        Advance from = Advance.of(earlier).orElseThrow();
        Advance to = Advance.of(later).orElseThrow();
        double seconds = Duration.between(earlier.at(), later.at()).toMillis() / 1000.0;
        boolean inBytes = to.bytes() > 0;
        long done = inBytes ? to.bytes() - from.bytes() : to.rows() - from.rows();
        return seconds > 0 && done >= 0
                ? Optional.of(new WorkPoint(later.stage(), later.at(), done / seconds, inBytes))
                : Optional.empty();
    }

    /** The first, the last, and between them the highest of each part, so that no peak is lost. */
    private static <T> List<T> thinned(List<T> points, ToDoubleFunction<T> height) {
        if (points.size() <= POINTS) {
            return points;
        }
        List<T> thinned = new ArrayList<>(List.of(points.get(0)));
        int parts = POINTS - 2;
        List<T> middle = points.subList(1, points.size() - 1);
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) part * middle.size() / parts);
            int to = (int) ((part + 1L) * middle.size() / parts);
            middle.subList(from, to).stream()
                    .max(Comparator.comparingDouble(height))
                    .ifPresent(thinned::add);
        }
        thinned.add(points.get(points.size() - 1));
        return thinned;
    }

    private List<StepDone> steps() {
        List<StepDone> steps = new ArrayList<>();
        Map<String, Integer> open = new HashMap<>();
        for (Event event : progress.events()) {
            Optional<String> command = Observation.COMMAND.text(event);
            if (command.isPresent()) {
                Step run = new Step(StepDone.COMMAND, command.get());
                steps.add(new StepDone(event.stage(), event.at(), run, event.group(), Optional.empty()));
            } else if (event instanceof Event.Intended intended) {
                open.put(key(intended, intended.step()), steps.size());
                steps.add(new StepDone(event.stage(), event.at(), intended.step(), event.group(), Optional.empty()));
            } else if (event instanceof Event.Reached reached) {
                Integer place = open.remove(key(reached, reached.step()));
                if (place != null) {
                    StepDone begun = steps.get(place);
                    steps.set(
                            place,
                            new StepDone(
                                    begun.stage(),
                                    begun.at(),
                                    begun.step(),
                                    begun.group(),
                                    Optional.of(Duration.between(begun.at(), event.at()))));
                }
            }
        }
        return steps;
    }

    private static String key(Event event, Step step) {
        return event.stage() + "\n" + step + "\n" + event.group().orElse("");
    }
}
