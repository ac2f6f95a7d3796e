package io.flexmigrate.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the samples of progress of one stage: the pace of the work that goes on, and predictions of what has ended. */
final class AdvanceReading {

    private static final List<Integer> QUARTERS = List.of(25, 50, 75);

    private final StageName stage;
    private AdvanceSeries series = new AdvanceSeries();
    private final List<Prediction> open = new ArrayList<>();
    private List<Prediction> ended = List.of();
    private boolean atWork;
    private int begunAt;
    private int asked;

    AdvanceReading(StageName stage, List<Event> events) {
        this.stage = stage;
        events.forEach(this::read);
    }

    private void read(Event event) {
        if (event instanceof Event.Started) {
            series = new AdvanceSeries();
            open.clear();
            ended = List.of();
            atWork = true;
        } else if (event instanceof Event.Produced) {
            ended = open.stream().map(prediction -> ended(prediction, event)).toList();
            atWork = false;
        } else if (event instanceof Event.Failed) {
            atWork = false;
        } else {
            Advance.of(event).ifPresent(advance -> sample(event, advance));
        }
    }

    private static Prediction ended(Prediction open, Event end) {
        return new Prediction(
                open.stage(), open.percent(), open.at(), open.left(), Duration.between(open.at(), end.at()));
    }

    private void sample(Event event, Advance advance) {
        if (series.add(event.at(), advance)) {
            open.clear();
            asked = 0;
            begunAt = series.percent().orElse(0);
        }
        int percent = series.percent().orElse(0);
        while (asked < QUARTERS.size() && percent >= QUARTERS.get(asked)) {
            if (QUARTERS.get(asked) > begunAt) {
                predict(event, QUARTERS.get(asked));
            }
            asked++;
        }
    }

    private void predict(Event event, int percent) {
        series.pace()
                .flatMap(Pace::left)
                .ifPresent(left -> open.add(new Prediction(stage, percent, event.at(), left.likely(), Duration.ZERO)));
    }

    /** Of the work under way; empty when none is, or when it said nothing yet. */
    Optional<Pace> pace() {
        return atWork ? series.pace() : Optional.empty();
    }

    /** What was foreseen at a quarter, a half and three quarters of the work that ended, without an interruption. */
    List<Prediction> predictions() {
        return ended;
    }
}
