package io.flexmigrate.stage.abort;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.GuardedJournal;
import io.flexmigrate.engine.Journal;
import io.flexmigrate.engine.Moves;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.RunGuard;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.StageState;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Gives a run up: undoes what its stages did, the latest first. */
public final class Abort {

    private final Undoings undoings;
    private final Journal journal;
    private final InstantSource clock;
    private final RunGuard guard;

    public Abort(Undoings undoings, Journal journal, InstantSource clock, RunGuard guard) {
        this.undoings = undoings;
        this.journal = new GuardedJournal(journal, guard);
        this.clock = clock;
        this.guard = guard;
    }

    /** Why a run cannot be given up; empty when it can. */
    public static Optional<String> objection(Progress progress) {
        return Moves.of(progress.events()).isAnyOpen()
                ? Optional.of(
                        "The target has taken the writes: from OPEN on there is only forward. Run migrate resume.")
                : Optional.empty();
    }

    /**
     * Undoes everything; the journal then says that the run is aborted.
     *
     * @param stages settle first what an interrupted attempt of theirs left
     * @throws io.flexmigrate.mysql.MySqlException when a server is gone: the same again goes on
     */
    public void run(List<Stage> stages) {
        guard.acquire();
        if (!progress().isAbortBegun()) {
            journal.append(new Event.AbortBegun(current(), clock.instant()));
        }
        for (Stage stage : stages) {
            if (!progress().events(stage.name()).isEmpty()) {
                stage.settle(progress().facts(), log(stage.name()));
            }
        }
        for (Undoing undoing : undoings.all()) {
            undoing.undo(progress().facts(), log(undoing.stage()));
        }
        if (!progress().isAborted()) {
            journal.append(new Event.Aborted(current(), clock.instant()));
        }
    }

    private StageLog log(StageName stage) {
        return new StageLog(stage, journal, clock);
    }

    private StageName current() {
        Progress progress = progress();
        return Arrays.stream(StageName.values())
                .filter(stage -> progress.state(stage) != StageState.DONE)
                .findFirst()
                .orElse(StageName.FINISH);
    }

    private Progress progress() {
        return Progress.of(journal.events());
    }
}
