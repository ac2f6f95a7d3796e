package io.flexmigrate.cli;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Journal;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.RunLabel;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.plan.PlanFile;
import io.flexmigrate.report.Amounts;
import io.flexmigrate.stage.abort.Abort;
import io.flexmigrate.stage.abort.DataRemoval;
import io.flexmigrate.stage.accounts.AccountLedger;
import io.flexmigrate.stage.cutover.Mandate;
import io.flexmigrate.stage.probe.Probes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives up the run of a plan. */
record Aborting(PlanFile planFile, RunDirectory directory, Telling telling) {

    /** Refuses a run that can only go forward. */
    void requirePossible() {
        Progress progress = Progress.of(events());
        Optional<String> objection = progress.isFinished()
                ? Optional.of("The migration is finished: there is nothing to give up.")
                : Abort.objection(progress);
        objection.ifPresent(text -> {
            throw new RefusedException(text);
        });
    }

    /** The databases and accounts that would be dropped, in words; empty when there are none. */
    Optional<String> toDrop() {
        List<String> made = new ArrayList<>(DataRemoval.made(events()));
        int accounts = AccountLedger.of(events()).ours().size();
        if (accounts > 0) {
            made.add(Amounts.count(accounts, "copied account"));
        }
        return made.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", made));
    }

    /** Undoes what the run did; the same again goes on where it was killed. */
    ExitCode abort(boolean sourceIsGone, boolean dropsData) throws InterruptedException {
        Wiring wiring = Wiring.of(planFile, directory, List.of(), System.getenv());
        try (FileJournal journal = new RunJournal(directory, planFile).open(true, unsettled -> {});
                RunLocks locks = new RunLocks(
                        planFile.plan().name(),
                        wiring.source(),
                        wiring.target(),
                        () -> sourceIsGone ? RunLocks.Needed.TARGET : RunLocks.Needed.BOTH)) {
            directory.clearTemporary();
            Telling ours = telling.of(journal.header().run());
            RunLabel label = new RunReading(planFile, directory).label(journal.header());
            InstantSource clock = RunJournal.clock(journal);
            try (Teller teller = ours.begin(label, journal::events, clock)) {
                Journal narrating = new NarratingJournal(journal, teller);
                new Abort(wiring.undoings(sourceIsGone, dropsData), narrating, clock, locks)
                        .run(sourceIsGone ? List.of() : wiring.acting(Probes.none(), Mandate.undoing()));
            }
            ours.say(
                    dropsData
                            ? "The data and the dump are gone."
                            : "The data on the target and the dump in " + directory + " are left as they are.");
            return ExitCode.DONE;
        }
    }

    private List<Event> events() {
        return FileJournal.read(directory).events();
    }
}
