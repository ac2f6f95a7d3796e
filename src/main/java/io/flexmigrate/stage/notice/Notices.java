package io.flexmigrate.stage.notice;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.plan.Occasion;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes notices of what happens in one run.
 *
 * @param plan its name
 * @param run the run's name, unique
 */
public record Notices(String plan, String run) {

    /** What is told of an event of the journal; empty when that is nothing. */
    public Optional<Notice> of(Event event) {
        if (event instanceof Event.Confirmed) {
            return Optional.of(notice(Occasion.STAGE_DONE, event, event.stage() + " is done."));
        }
        if (CutOverStep.of(event).filter(step -> step == CutOverStep.DONE).isPresent()) {
            return Optional.of(notice(Occasion.CUTOVER_DONE, event, moved(event)));
        }
        return Observation.WARNING.text(event).map(text -> notice(Occasion.WARNING, event, text));
    }

    private static String moved(Event event) {
        String server = event.crossing().map(Crossing::way).orElse(Crossing.Way.OVER) == Crossing.Way.OVER
                ? "target"
                : "source";
        return "The writes of " + event.group().orElse("all groups") + " are on the " + server + " now.";
    }

    private Notice notice(Occasion occasion, Event event, String message) {
        return new Notice(occasion, plan, run, event.stage(), event.group(), message, event.at(), OptionalInt.empty());
    }

    /** The run stops before the cut-over of some group. */
    public Notice gate(String message, Instant at) {
        return new Notice(
                Occasion.GATE, plan, run, StageName.CUT_OVER, Optional.empty(), message, at, OptionalInt.empty());
    }

    /** The program is about to end in an error. */
    public Notice failed(StageName stage, String message, Instant at, int exitCode) {
        return new Notice(Occasion.FAILED, plan, run, stage, Optional.empty(), message, at, OptionalInt.of(exitCode));
    }
}
