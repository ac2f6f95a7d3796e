package io.flexmigrate.cli;

import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.model.Fact;
import io.flexmigrate.plan.PlanFile;
import io.flexmigrate.stage.link.EventSkip.Culprit;
import java.io.PrintWriter;
import java.util.List;

/** Skips one event of the link of a plan's run, or shows it. */
record Skipping(PlanFile planFile, RunDirectory directory, PrintWriter out) {

    /** Shows the event that stops the link, and how to skip it. */
    ExitCode show() throws InterruptedException {
        Progress progress = Progress.of(FileJournal.read(directory).events());
        Culprit culprit = wiring().eventSkip().look(assessed(progress));
        print(culprit);
        out.println(
                "Nothing was skipped. The target would be without it for good, and VERIFY would say so. To skip it:");
        out.println("  migrate skip ... --event " + culprit.at() + " --because '<why the target may be without it>'");
        return ExitCode.DONE;
    }

    /**
     * Skips it, if the link still stands there.
     *
     * @param event as {@link #show} names it
     */
    ExitCode skip(String event, String why) throws InterruptedException {
        Wiring wiring = wiring();
        try (FileJournal journal = new RunJournal(directory, planFile).open(true, unsettled -> {});
                RunLocks locks = new RunLocks(
                        planFile.plan().name(), wiring.source(), wiring.target(), () -> RunLocks.Needed.BOTH)) {
            locks.acquire();
            Fact.Assessed assessed = assessed(Progress.of(journal.events()));
            Culprit culprit = wiring.eventSkip().look(assessed);
            print(culprit);
            if (!culprit.at().toString().equals(event)) {
                throw new RefusedException("The link is stopped by the event at " + culprit.at() + ", not by " + event
                        + ": nothing was skipped.");
            }
            StageLog log = new StageLog(StageName.LINK, journal, RunJournal.clock(journal));
            wiring.eventSkip().skip(assessed, culprit, who(), why, log);
            out.println("Skipped. The journal says by whom and why. Now: migrate resume, or migrate watch --once.");
            return ExitCode.DONE;
        }
    }

    private Wiring wiring() throws InterruptedException {
        return Wiring.of(planFile, directory, List.of(), System.getenv());
    }

    private void print(Culprit culprit) {
        out.println(culprit.trouble());
        out.println("The transaction at " + culprit.at() + " of the source begins with:");
        culprit.events().forEach(event -> out.println("  " + event));
    }

    private static Fact.Assessed assessed(Progress progress) {
        if (progress.isDone(StageName.CUT_OVER) || progress.isAborted()) {
            throw new RefusedException("There is no link any more whose events could be skipped.");
        }
        return progress.facts()
                .find(Fact.Assessed.class)
                .orElseThrow(() -> new RefusedException("This run has not linked the target yet."));
    }

    private static String who() {
        return System.getProperty("user.name", "somebody");
    }
}
