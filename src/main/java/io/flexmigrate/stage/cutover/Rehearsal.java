package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.CutOverAbortedException;
import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.verify.StillComparison;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Predicts the pause without a fence, by doing several times what takes its time: drain, and compare all tables. */
record Rehearsal(Plan.CutOver bounds, Link link, StillComparison comparison) {

    /**
     * Rehearses; what moves cannot be found equal, and is not expected to be.
     *
     * @param known what comparing all tables took in VERIFY
     * @return the longest of the rehearsed pauses
     * @throws CutOverAbortedException when the pause would be longer than the budget
     */
    Duration predict(Duration known, StageLog log) throws InterruptedException {
        requireWithinBudget(known);
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < bounds.rehearsals(); i++) {
            Stopwatch stopwatch = SystemClock.stopwatch();
            if (!link.awaitApplied(link.sourceCoordinates(), bounds.budget())) {
                link.requireHealthy();
            }
            requireWithinBudget(stopwatch.elapsed());
            comparison.differences();
            requireWithinBudget(stopwatch.elapsed());
            pauses.add(stopwatch.elapsed());
        }
        Collections.sort(pauses);
        Duration median = pauses.get(pauses.size() / 2);
        Duration longest = pauses.get(pauses.size() - 1);
        log.reach(
                CutOverStep.REHEARSED.step(),
                Map.of(
                        "rehearsals", Integer.toString(pauses.size()),
                        "median_ms", Long.toString(median.toMillis()),
                        "longest_ms", Long.toString(longest.toMillis())));
        log.observe(Observation.PREDICTED_PAUSE.what(), Map.of(Observation.PREDICTED_PAUSE.key(), longest.toString()));
        return longest;
    }

    private void requireWithinBudget(Duration pause) {
        if (pause.compareTo(bounds.budget()) > 0) {
            throw new CutOverAbortedException("The pause would be longer than the budget of "
                    + bounds.budget().toMillis() + " ms: catching up and comparing " + comparison.size()
                    + " table(s) took " + pause.toMillis()
                    + " ms in rehearsal. Raise cutover.budget, or cut over when the servers are less busy.");
        }
    }
}
