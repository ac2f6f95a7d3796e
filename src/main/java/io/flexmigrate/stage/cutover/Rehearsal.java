package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.CutOverAbortedException;
import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.plan.CutOverProof;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.verify.StillComparison;
import io.flexmigrate.stage.verify.StillResult;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Predicts the pause without a fence, by doing several times what takes its time: drain, and compare what changed last.
 *
 * @param rest what is to be added
 */
record Rehearsal(
        Plan.CutOver bounds, CutOverProof atCutOver, Link link, StillComparison comparison, UnrehearsedParts rest) {

    /**
     * Rehearses; what moves cannot be found equal, and is not expected to be.
     *
     * @return the longest of the rehearsed pauses, with what cannot be rehearsed
     * @throws CutOverAbortedException when the pause would be longer than the budget
     */
    Duration predict(StageLog log) throws InterruptedException {
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < bounds.rehearsals(); i++) {
            Stopwatch stopwatch = SystemClock.stopwatch();
            BinlogCoordinates position = link.sourceCoordinates();
            if (!link.awaitLikely(position, bounds.budget())) {
                link.requireHealthy();
            }
            requireWithinBudget(stopwatch.elapsed());
            Duration left = bounds.budget().minus(stopwatch.elapsed());
            StillResult result = comparison.compare(position, left.minus(rest.reserve(bounds.budget())));
            if (atCutOver == CutOverProof.REQUIRED) {
                requireProven(result, stopwatch.elapsed());
            }
            requireWithinBudget(stopwatch.elapsed());
            pauses.add(stopwatch.elapsed());
        }
        Collections.sort(pauses);
        Duration median = pauses.get(pauses.size() / 2);
        Duration longest = pauses.get(pauses.size() - 1);
        Duration predicted = longest.plus(rest.closing()).plus(rest.flip());
        log.reach(
                CutOverStep.REHEARSED.step(),
                Map.of(
                        "rehearsals", Integer.toString(pauses.size()),
                        "median_ms", Long.toString(median.toMillis()),
                        "longest_ms", Long.toString(longest.toMillis()),
                        "closing_ms", Long.toString(rest.closing().toMillis()),
                        "flip_ms", Long.toString(rest.flip().toMillis()),
                        "predicted_ms", Long.toString(predicted.toMillis())));
        log.observe(
                Observation.PREDICTED_PAUSE.what(), Map.of(Observation.PREDICTED_PAUSE.key(), predicted.toString()));
        return predicted;
    }

    private void requireWithinBudget(Duration pause) {
        if (pause.plus(rest.closing()).compareTo(bounds.budget()) > 0) {
            throw tooLong(
                    pause.plus(rest.closing()), "catching up, comparing what changed last and closing the server");
        }
    }

    private void requireProven(StillResult result, Duration pause) {
        if (!result.unproven().isEmpty()) {
            throw tooLong(
                    pause,
                    "comparing " + String.join(", ", result.unproven()) + ", with "
                            + rest.reserve(bounds.budget()).toMillis() + " ms kept for closing the server,");
        }
    }

    private CutOverAbortedException tooLong(Duration pause, String doing) {
        return new CutOverAbortedException("The pause would be longer than the budget of "
                + bounds.budget().toMillis() + " ms: " + doing + " took "
                + pause.toMillis() + " ms in rehearsal. Raise cutover.budget, or cut over when the servers are"
                + " less busy. Tables that take writes and have no key are read whole: a primary key ends that.");
    }
}
