package io.flexmigrate.engine;

import io.flexmigrate.model.TableName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a run went from its first line to now, as plain values: a reading of its journal, to be drawn.
 *
 * @param status where it stands
 * @param asOf when it was read
 * @param attempts of all stages, in the order in which they began
 * @param lags every lag that was measured, at most some hundreds of them
 * @param lag the last of them with what is foreseen of it; empty unless the stage that measures it is at work
 * @param work how far dump and load were, at most some hundreds of samples
 * @param tables that move, the largest first
 * @param steps all that changed a server or a file, and how long it took
 */
public record Chronicle(
        Status status,
        Instant asOf,
        List<Attempt> attempts,
        List<LagPoint> lags,
        Optional<LagSample> lag,
        List<WorkPoint> work,
        List<Table> tables,
        List<StepDone> steps) {

    public Chronicle {
        attempts = List.copyOf(attempts);
        lags = List.copyOf(lags);
        work = List.copyOf(work);
        tables = List.copyOf(tables);
        steps = List.copyOf(steps);
    }

    /** How an attempt of a stage ended. */
    public enum End {
        DONE,
        FAILED,
        /** It stopped in good order and waits for somebody's word. */
        PAUSED,
        /** It broke off without a word. */
        BROKEN,
        /** It has not ended. */
        AT_WORK
    }

    /**
     * One attempt of a stage.
     *
     * @param to when it ended; when it was last heard of, if it broke off
     */
    public record Attempt(StageName stage, Instant from, Instant to, End end) {}

    /** How far the target was behind. */
    public record LagPoint(Instant at, Duration lag) {}

    /**
     * How fast dump or load was, since the sample before.
     *
     * @param perSecond bytes, or rows where bytes are not known
     * @param inBytes whether it is bytes
     */
    public record WorkPoint(StageName stage, Instant at, double perSecond, boolean inBytes) {}

    /** How far the loading of a table is. */
    public enum Phase {
        TO_DO,
        /** It is made and filled. */
        FILLING,
        /** Its rows are all there; what it still lacks is built. */
        INDEXING,
        LOADED
    }

    /**
     * The loading of a table.
     *
     * @param filling how long the work took that filled it, which it may share with others; empty while that is not done
     * @param indexing the same of its indexes and foreign keys; empty as well where it needed none
     */
    public record Loading(Phase phase, Optional<Duration> filling, Optional<Duration> indexing) {}

    /**
     * A base table that moves.
     *
     * @param bytes by the source's estimate, data and indexes
     * @param rows counted on the target; by the source's estimate before that
     * @param verdict what its last comparison gave, such as {@code EQUAL}; empty before the first
     * @param compared how long that took
     */
    public record Table(
            TableName name,
            long bytes,
            long rows,
            Loading loading,
            Optional<String> verdict,
            Optional<Duration> compared) {}

    /**
     * A step that was begun.
     *
     * @param took empty when it is not known how it ended
     */
    public record StepDone(StageName stage, Instant at, Step step, Optional<String> group, Optional<Duration> took) {

        /** The name of a step that started a tool; its subject is the command. */
        public static final String COMMAND = "run";
    }

    /**
     * Reads a run.
     *
     * @param now for how long the stage at work takes so far
     * @param running whether a process works on the run now
     */
    public static Chronicle of(RunLabel run, Progress progress, Instant now, boolean running) {
        return new ChronicleReading(progress, now, running).chronicle(Status.of(run, progress, now, running));
    }

    /** The same with the time of the oldest proof that still counts. */
    public Chronicle provenSince(Optional<Instant> oldest) {
        return new Chronicle(status.provenSince(oldest), asOf, attempts, lags, lag, work, tables, steps);
    }
}
