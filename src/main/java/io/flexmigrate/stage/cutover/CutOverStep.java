package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.Step;

/** The steps of a cut-over, in order, as the journal names them. */
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
    /** Given up and undone before OPEN. */
    ABORTED;

    Step step() {
        return Step.of(name());
    }
}
