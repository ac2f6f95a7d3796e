package io.flexmigrate.engine;

import java.util.Arrays;
import java.util.Optional;

/** The steps of the cut-over of a group, in the order in which they are reached, and the two ways in which it breaks off. */
public enum CutOverStep {
    READY,
    REHEARSED,
    FENCED,
    DRAINED,
    VERIFIED,
    OPENING,
    OPEN,
    FLIPPED,
    DONE,
    /** Undone before it was open; the source goes on. */
    ABORTED,
    /** It cannot be known who owns the writes. */
    UNCERTAIN;

    /** The step as the journal names it. */
    public Step step() {
        return Step.of(name());
    }

    /** The cut-over step an event reached, if it is one. */
    public static Optional<CutOverStep> of(Event event) {
        return event instanceof Event.Reached reached && reached.stage() == StageName.CUT_OVER
                ? Arrays.stream(values())
                        .filter(step -> step.name().equals(reached.step().name()))
                        .findFirst()
                : Optional.empty();
    }
}
