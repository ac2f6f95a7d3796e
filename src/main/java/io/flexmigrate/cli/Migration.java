package io.flexmigrate.cli;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.DryRun;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.RunLabel;
import io.flexmigrate.engine.Runner;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Status;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.JournalContent;
import io.flexmigrate.journal.JournalHeader;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.journal.StatusJson;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.PlanFile;
import io.flexmigrate.report.StatusText;
import io.flexmigrate.time.SystemClock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The composition root: a plan, a work directory and all the rooms put together. */
final class Migration {

    private final PlanFile planFile;
    private final RunDirectory directory;
    private final PrintWriter out;

    private Migration(PlanFile planFile, RunDirectory directory, PrintWriter out) {
        this.planFile = planFile;
        this.directory = directory;
        this.out = out;
    }

    static Migration of(PlanFile planFile, Path workDirectory, PrintWriter out) {
        return new Migration(planFile, new RunDirectory(workDirectory), out);
    }

    /**
     * Walks the stages from wherever the run is.
     *
     * @param mustExist whether a run must have begun before
     * @param cutOverApproved whether a person has approved the cut-over
     */
    ExitCode run(boolean mustExist, boolean cutOverApproved) throws InterruptedException {
        Wiring wiring = Wiring.of(planFile, directory, System.getenv());
        try (FileJournal journal = new RunJournal(directory, planFile).open(mustExist)) {
            directory.clearTemporary();
            journal.droppedLine()
                    .ifPresent(line -> out.println("The journal's last line was torn by a crash and is dropped."));
            try (RunLocks locks = new RunLocks(
                    planFile.plan().name(), wiring.source(), wiring.target(), () -> isOpened(journal.events()))) {
                NarratingJournal narrating = new NarratingJournal(journal, out);
                new Runner(wiring.acting(), narrating, SystemClock.wall(), locks)
                        .run(gates(journal.events(), cutOverApproved));
            }
            Status status = status(journal.header(), journal.events(), false);
            String text = new StatusText(ZoneId.systemDefault()).write(status);
            out.println();
            out.print(text);
            if (Progress.of(journal.events()).isFinished()) {
                directory.report(text, new StatusJson().write(status));
            }
            return ExitCode.DONE;
        }
    }

    /** A cut-over that has opened the target cannot wait at a gate any more. */
    private Set<StageName> gates(List<Event> events, boolean approved) {
        boolean waits = planFile.plan().cutover().approval() == Plan.Approval.MANUAL && !approved && !isOpened(events);
        return waits ? Set.of(StageName.CUT_OVER) : Set.of();
    }

    private static boolean isOpened(List<Event> events) {
        return events.stream().anyMatch(event -> CutOverStep.of(event).equals(Optional.of(CutOverStep.OPEN)));
    }

    /** Says what a run would do: as much of it as can be said, whatever goes wrong. */
    ExitCode describe(ReportOutput output) throws InterruptedException {
        Wiring wiring = Wiring.of(planFile, directory, System.getenv());
        ReportMaking making = new ReportMaking(planFile.plan(), directory.root().toString(), SystemClock.wall());
        DryRun dryRun = new DryRun(wiring.describing(making::action, making::assessed), SystemClock.wall(), making);
        try {
            boolean blocked = dryRun.describe().isPresent();
            making.report().ifPresent(output::write);
            return blocked ? ExitCode.BLOCKED : ExitCode.DONE;
        } catch (ReportFileException unwritten) {
            throw unwritten;
        } catch (RuntimeException failure) {
            making.failed(failure);
            making.report().ifPresent(output::write);
            throw failure;
        }
    }

    /** Says how far the run is. */
    ExitCode status(Format format) {
        JournalContent content = FileJournal.read(directory);
        boolean running = FileJournal.runningProcess(directory).isPresent();
        Status status = status(content.header(), content.events(), running);
        out.print(
                switch (format) {
                    case TEXT -> new StatusText(ZoneId.systemDefault()).write(status);
                    case JSON -> new StatusJson().write(status);
                });
        return ExitCode.DONE;
    }

    private Status status(JournalHeader header, List<Event> events, boolean running) {
        RunLabel label = new RunLabel(planFile.plan().name(), header.run(), header.program(), header.started());
        return Status.of(label, Progress.of(events), SystemClock.wall().instant(), running);
    }
}
