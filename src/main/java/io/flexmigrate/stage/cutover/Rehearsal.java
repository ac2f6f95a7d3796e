package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.CutOverAbortedException;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Predicts the pause without a fence: how long the target needs to apply what the source just wrote, several times. */
record Rehearsal(Plan.CutOver bounds, Link link) {

    /** The predicted pause, in the middle and at its worst. */
    record Prediction(Duration median, Duration worst) {}

    /**
     * Rehearses.
     *
     * @param verification what comparing all tables inside the fence will add
     * @throws CutOverAbortedException when the prediction is above the budget
     */
    Prediction predict(Duration verification) {
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < bounds.rehearsals(); i++) {
            Stopwatch stopwatch = SystemClock.stopwatch();
            boolean applied = link.awaitApplied(link.sourceCoordinates(), bounds.budget());
            if (!applied) {
                throw new CutOverAbortedException(
                        "In rehearsal " + (i + 1) + " the target needed longer than the budget of "
                                + bounds.budget().toMillis() + " ms to catch up.");
            }
            pauses.add(stopwatch.elapsed().plus(verification));
        }
        Collections.sort(pauses);
        Prediction prediction = new Prediction(pauses.get(pauses.size() / 2), pauses.get(pauses.size() - 1));
        if (prediction.worst().compareTo(bounds.budget()) > 0) {
            throw new CutOverAbortedException(
                    "The predicted pause (" + prediction.worst().toMillis()
                            + " ms, of which comparing the tables takes " + verification.toMillis()
                            + " ms) is above the budget of " + bounds.budget().toMillis() + " ms.");
        }
        return prediction;
    }
}
