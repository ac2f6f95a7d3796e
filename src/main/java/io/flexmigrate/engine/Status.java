package io.flexmigrate.engine;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ClientView;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run at one instant as plain values: a reading of its journal, to be printed as text or as JSON.
 *
 * @param stages all of them, in order
 * @param groups of the plan, in its order
 * @param cutOver the steps the cut-over reached, over all attempts, oldest first
 * @param findings what ASSESS found
 * @param warnings what later stages warned of
 * @param predictions what was foreseen of the end of long work while it went on, beside what came
 * @param lastFailure the last one, even when it was overcome later
 */
public record Status(
        RunLabel run,
        Outlook outlook,
        List<StageStatus> stages,
        Numbers numbers,
        List<GroupStatus> groups,
        List<ReachedStep> cutOver,
        List<Finding> findings,
        List<Notice> warnings,
        List<Prediction> predictions,
        Optional<Notice> lastFailure) {

    public Status {
        stages = List.copyOf(stages);
        groups = List.copyOf(groups);
        cutOver = List.copyOf(cutOver);
        findings = List.copyOf(findings);
        warnings = List.copyOf(warnings);
        predictions = List.copyOf(predictions);
    }

    /**
     * One stage.
     *
     * @param attempts how often its work began anew
     * @param duration how long its last attempt took, or takes so far
     * @param pace how far its work is, when it is under way and says so
     * @param fact what it left
     */
    public record StageStatus(
            StageName stage,
            StageState state,
            int attempts,
            Optional<Duration> duration,
            Optional<Pace> pace,
            Optional<Fact> fact) {}

    /**
     * The numbers people ask for first; each empty until it is known.
     *
     * @param coordinates where the snapshot was taken
     * @param rows rows loaded
     * @param lag the last one
     * @param lagSample the last that was measured, with what is foreseen of it
     * @param lagCurve how it went
     * @param sourceLocked how long the source was locked for the snapshot
     * @param binlogsKeptUntil until when the source keeps the binlogs of the snapshot at least; empty when they are not needed
     *     any more, or not yet, and where they are kept for ever
     * @param predictedPause what the rehearsals gave
     * @param pause the measured write pause
     * @param provenSince when the chunk was compared that was compared longest ago
     */
    public record Numbers(
            Optional<BinlogCoordinates> coordinates,
            Optional<Long> rows,
            Optional<Duration> lag,
            Optional<LagSample> lagSample,
            Optional<LagCurve> lagCurve,
            Optional<Duration> sourceLocked,
            Optional<Instant> binlogsKeptUntil,
            Optional<Duration> predictedPause,
            Optional<Duration> pause,
            Optional<Instant> provenSince) {

        Numbers provenSince(Optional<Instant> oldest) {
            return new Numbers(
                    coordinates,
                    rows,
                    lag,
                    lagSample,
                    lagCurve,
                    sourceLocked,
                    binlogsKeptUntil,
                    predictedPause,
                    pause,
                    oldest);
        }
    }

    /**
     * A group of the plan.
     *
     * @param crossing which way between the servers it is at, or was last
     * @param hasMoved whether the target has its writes
     * @param step the last one that this crossing reached; empty before the first
     * @param at when
     * @param seen how a client saw the crossing that opened last; empty without a canary
     */
    public record GroupStatus(
            String name,
            Crossing crossing,
            boolean hasMoved,
            Optional<CutOverStep> step,
            Optional<Instant> at,
            Optional<ClientView> seen) {}

    /** A step of the cut-over that was reached. */
    public record ReachedStep(CutOverStep step, Instant at, Map<String, String> details) {
        public ReachedStep {
            details = Map.copyOf(details);
        }
    }

    /** A warning or a failure. */
    public record Notice(StageName stage, Instant at, String message) {}

    /**
     * Reads a run.
     *
     * @param now for how long the stage at work takes so far
     * @param running whether a process works on the run now
     */
    public static Status of(RunLabel run, Progress progress, Instant now, boolean running) {
        return new StatusReading(progress, now, running).status(run);
    }

    /** The same with the time of the oldest proof that still counts. */
    public Status provenSince(Optional<Instant> oldest) {
        return new Status(
                run,
                outlook,
                stages,
                numbers.provenSince(oldest),
                groups,
                cutOver,
                findings,
                warnings,
                predictions,
                lastFailure);
    }

    /** The first stage that is not done; empty when all are. */
    public Optional<StageStatus> current() {
        return stages.stream().filter(stage -> stage.state() != StageState.DONE).findFirst();
    }
}
