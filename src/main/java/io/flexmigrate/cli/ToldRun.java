package io.flexmigrate.cli;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Journal;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.Runner;
import io.flexmigrate.engine.StageBlockedException;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.notice.Couriers;
import io.flexmigrate.stage.notice.Notices;
import io.flexmigrate.stage.notice.ToldJournal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A walk of which the plan's hooks are told; closing it waits a while for those that are still at it. */
record ToldRun(Journal untold, Notices notices, Couriers couriers, String atGate, InstantSource clock)
        implements AutoCloseable {

    /** How long the end of a run waits for hooks at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What others are told of. */
    @FunctionalInterface
    interface Walk {
        Runner.End go() throws InterruptedException;
    }

    /**
     * One of which nobody was told anything yet.
     *
     * @param journal gets what goes wrong, as warnings of which nobody is told
     * @param clock the journal's
     */
    static ToldRun of(Wiring wiring, String run, Journal journal, InstantSource clock) throws InterruptedException {
        Plan plan = wiring.planFile().plan();
        Couriers couriers = new Couriers(Recipients.of(wiring), text -> warn(journal, clock, text), PATIENCE);
        String atGate = plan.purpose() == Plan.Purpose.SYNC
                ? "The target is in sync: migrate watch looks after it."
                : "The run waits for a person's word: migrate cutover goes on.";
        return new ToldRun(journal, new Notices(plan.name(), run), couriers, atGate, clock);
    }

    private static void warn(Journal journal, InstantSource clock, String text) {
        try {
            journal.append(new Event.Observed(
                    stage(journal),
                    clock.instant(),
                    Observation.WARNING.what(),
                    Map.of(Observation.WARNING.key(), text)));
        } catch (JournalException unwritable) {
            // because the run itself ends of it, and says so
            return;
        }
    }

    /** The one that the run is at. */
    private static StageName stage(Journal journal) {
        List<Event> events = journal.events();
        return events.isEmpty()
                ? StageName.ASSESS
                : events.get(events.size() - 1).stage();
    }

    /** The journal of the walk. */
    Journal journal() {
        return new ToldJournal(untold, notices, couriers);
    }

    /** Walks; how it ends is the same with or without hooks. */
    void during(Walk walk) throws InterruptedException {
        try {
            if (walk.go() == Runner.End.AT_GATE) {
                couriers.tell(notices.gate(atGate, clock.instant()));
            }
        } catch (InterruptedException interrupted) {
            couriers.hurry();
            throw interrupted;
        } catch (RuntimeException | Error failure) {
            ErrorCodes.of(failure).ifPresentOrElse(error -> tell(error, failure), couriers::hurry);
            throw failure;
        }
    }

    private void tell(ErrorCode error, Throwable failure) {
        String message = error.code() + ": " + (error == ErrorCode.BUG ? error.title() : failure.getMessage());
        couriers.tell(notices.failed(
                stageOf(failure).orElseGet(() -> stage(untold)),
                message,
                clock.instant(),
                error.exit().code()));
    }

    private static Optional<StageName> stageOf(Throwable failure) {
        if (failure instanceof StageBlockedException blocked) {
            return Optional.of(blocked.stage());
        }
        return failure instanceof StageFailedException failed ? failed.stage() : Optional.empty();
    }

    @Override
    public void close() {
        couriers.close();
    }
}
