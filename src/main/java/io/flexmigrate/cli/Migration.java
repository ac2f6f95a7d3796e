package io.flexmigrate.cli;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.DryRun;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.GuardedJournal;
import io.flexmigrate.engine.Journal;
import io.flexmigrate.engine.Moves;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.Outlook;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.Runner;
import io.flexmigrate.engine.SparingJournal;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Status;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.journal.StatusJson;
import io.flexmigrate.model.Acceptance;
import io.flexmigrate.plan.Approval;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.PlanFile;
import io.flexmigrate.report.StatusText;
import io.flexmigrate.stage.Stages;
import io.flexmigrate.stage.cutover.Mandate;
import io.flexmigrate.stage.notice.Recipient;
import io.flexmigrate.stage.probe.ProbeSteps;
import io.flexmigrate.stage.probe.Probes;
import io.flexmigrate.time.SystemClock;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The composition root: a plan, a work directory and all the rooms put together. */
final class Migration {

    private final PlanFile planFile;
    private final RunDirectory directory;
    private final List<Acceptance> acceptances;
    private final Optional<Mandate> word;
    private final Telling telling;

    private Migration(
            PlanFile planFile,
            RunDirectory directory,
            List<Acceptance> acceptances,
            Optional<Mandate> word,
            Telling telling) {
        this.planFile = planFile;
        this.directory = directory;
        this.acceptances = List.copyOf(acceptances);
        this.word = word;
        this.telling = telling;
    }

    static Migration of(PlanFile planFile, Path workDirectory, Telling telling) {
        return new Migration(planFile, new RunDirectory(workDirectory), List.of(), Optional.empty(), telling);
    }

    /** Without a person's word the plan's counts, but for what a person has brought back. */
    private Mandate mandate(List<Event> events) {
        return word.orElseGet(() -> planFile.plan().cutover().approval() == Approval.AUTOMATIC
                ? Mandate.of(planFile.plan()).without(Moves.of(events)::isBack)
                : Mandate.none());
    }

    /** The same, with findings that a person accepts. */
    Migration accepting(List<Acceptance> accepted) {
        return new Migration(planFile, directory, accepted, word, telling);
    }

    /** The same, with what a person wants of the cut-over. */
    Migration wanting(Mandate wanted) {
        return new Migration(planFile, directory, acceptances, Optional.of(wanted), telling);
    }

    /**
     * Walks the stages from wherever the run is.
     *
     * @param mustExist whether a run must have begun before
     * @param probing what to probe beside what the plan wants probed
     */
    ExitCode run(boolean mustExist, Set<Plan.Probe> probing) throws InterruptedException {
        Wiring wiring = Wiring.of(planFile, directory, acceptances, System.getenv());
        try (FileJournal journal = open(mustExist, wiring)) {
            requireNotAborted(Progress.of(journal.events()));
            Telling ours = telling.of(journal.header().run());
            directory.clearTemporary();
            journal.droppedLine()
                    .ifPresent(line -> telling.say("The journal's last line was torn by a crash and is dropped."));
            InstantSource clock = RunJournal.clock(journal);
            approve(journal, clock);
            try (RunLocks locks = locks(wiring, journal);
                    Teller teller = ours.begin(reading().label(journal.header()), journal::events, clock)) {
                Journal narrating = new NarratingJournal(new SparingJournal(journal), teller);
                List<Stage> stages = wiring.acting(wiring.probes(wanted(probing), locks), mandate(journal.events()));
                try (ToldRun told = ToldRun.of(wiring, journal.header().run(), narrating, clock)) {
                    List<Stage> walked = toWalk(stages, Progress.of(journal.events()));
                    told.during(() -> new Runner(walked, told.journal(), clock, locks).run(gates(journal.events())));
                }
            }
            Status status = reading().ended(journal.header(), journal.events());
            ours.end(status);
            if (Set.of(Outlook.FINISHED, Outlook.IN_SYNC).contains(status.outlook())) {
                directory.report(text(status), new StatusJson().write(status));
            }
            if (status.outlook() == Outlook.FINISHED) {
                new EvidenceFiles(directory, planFile).write(status, journal.events());
                ours.say("What this migration can show is in " + directory.evidenceHtml() + " and "
                        + directory.evidenceJson() + "; keep them elsewhere too.");
            }
            return ExitCode.DONE;
        }
    }

    /** Where the plan asks for a person's word, the journal says whose it was. */
    private void approve(FileJournal journal, InstantSource clock) {
        Mandate mandate = mandate(journal.events());
        boolean asks = planFile.plan().cutover().approval() == Approval.MANUAL;
        if (asks && !mandate.groups().isEmpty()) {
            journal.append(new Event.Observed(
                    StageName.CUT_OVER,
                    clock.instant(),
                    Observation.APPROVED.what(),
                    Map.of(
                            Observation.APPROVED.key(),
                            String.join(", ", mandate.groups()),
                            "by",
                            System.getProperty("user.name", "somebody"),
                            "way",
                            mandate.way().name(),
                            "reach",
                            mandate.reach().name())));
        }
    }

    private void requireNotAborted(Progress progress) {
        if (progress.isAbortBegun()) {
            throw new RefusedException("The run in " + directory + " was aborted, so it cannot go on. "
                    + (progress.isAborted()
                            ? "Begin a new one with another work directory: --work-dir DIR."
                            : "Run migrate abort again: it goes on undoing what the run did."));
        }
    }

    /** A cut-over that has opened the other server cannot wait at a gate any more; nor is there one when all have moved. */
    private Set<StageName> gates(List<Event> events) {
        Moves moves = Moves.of(events);
        boolean goesOn = !mandate(events).groups().isEmpty()
                || moves.isUnderWay()
                || moves.areAllOpen(groups())
                || Progress.of(events).isFinished();
        return goesOn ? Set.of() : Set.of(StageName.CUT_OVER);
    }

    /** A group that was opened comes first, and then only its new server is needed. */
    private RunLocks.Needed needed(List<Event> events) {
        Moves moves = Moves.of(events);
        if (moves.isUnderWay()) {
            return groups().stream().anyMatch(group -> moves.isUnderWay(group) && !moves.isOpen(group))
                    ? RunLocks.Needed.SOURCE
                    : RunLocks.Needed.TARGET;
        }
        boolean isOver = moves.areAllOpen(groups()) && mandate(events).way() == Crossing.Way.OVER;
        return isOver ? RunLocks.Needed.TARGET : RunLocks.Needed.BOTH;
    }

    /** What was finished is not walked again from its beginning, only because writes go back; nor is anything before that. */
    private List<Stage> toWalk(List<Stage> stages, Progress progress) {
        boolean crossesOnly = mandate(progress.events()).way() == Crossing.Way.BACK || progress.isFinished();
        return stages.stream()
                .filter(stage -> !crossesOnly || stage.name() == StageName.CUT_OVER)
                .toList();
    }

    private FileJournal open(boolean mustExist, Wiring wiring) {
        return new RunJournal(directory, planFile).open(mustExist, journal -> {
            try (RunLocks locks = locks(wiring, journal)) {
                StageLog log = assessmentLog(journal, locks);
                wiring.probes(Set.of(), locks).settle(log);
            }
        });
    }

    private RunLocks locks(Wiring wiring, FileJournal journal) {
        return new RunLocks(planFile.plan().name(), wiring.source(), wiring.target(), () -> needed(journal.events()));
    }

    private static StageLog assessmentLog(FileJournal journal, RunLocks locks) {
        return new StageLog(StageName.ASSESS, new GuardedJournal(journal, locks), RunJournal.clock(journal));
    }

    private Set<Plan.Probe> wanted(Set<Plan.Probe> more) {
        Set<Plan.Probe> wanted = new TreeSet<>(planFile.plan().probe());
        wanted.addAll(more);
        return wanted;
    }

    /**
     * Says what a run would do: as much of it as can be said, whatever goes wrong.
     *
     * @param probing what to probe beside what the plan wants probed
     */
    ExitCode describe(ReportOutput output, Set<Plan.Probe> probing) throws InterruptedException {
        Wiring wiring = Wiring.of(planFile, directory, acceptances, System.getenv());
        Set<Plan.Probe> wanted = wanted(probing);
        if (wanted.isEmpty() && !hasUnsettledProbe()) {
            return describe(wiring, Probes.none(), making(), output);
        }
        try (FileJournal journal = open(false, wiring);
                RunLocks locks = locks(wiring, journal)) {
            directory.clearTemporary();
            ReportMaking making = making();
            boolean begun =
                    journal.events().stream().anyMatch(event -> event.stage().changesTheWorld());
            StageLog log = assessmentLog(journal, locks);
            Probes probes = wiring.probes(begun ? Set.of() : wanted, locks).loggingTo(log);
            probes.settle(log);
            if (begun && !wanted.isEmpty()) {
                making.note("nothing is probed any more, because the run has begun");
            }
            return describe(wiring, probes, making, output);
        }
    }

    private boolean hasUnsettledProbe() {
        return directory.hasRun()
                && FileJournal.runningProcess(directory).isEmpty()
                && ProbeSteps.areUnsettled(FileJournal.read(directory).events());
    }

    private ReportMaking making() {
        return new ReportMaking(planFile.plan(), directory.root().toString(), SystemClock.wall());
    }

    private static ExitCode describe(Wiring wiring, Probes probes, ReportMaking making, ReportOutput output)
            throws InterruptedException {
        DryRun dryRun =
                new DryRun(wiring.describing(making::action, making::assessed, probes), SystemClock.wall(), making);
        for (Recipient recipient : Recipients.of(wiring)) {
            making.note("hook " + recipient.described());
            recipient.objection().ifPresent(words -> making.note("this hook would not work now: " + words));
        }
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
        Status status = reading().status();
        telling.out()
                .print(
                        switch (format) {
                            case TEXT -> text(status);
                            case JSON -> new StatusJson().write(status);
                        });
        return ExitCode.DONE;
    }

    private static String text(Status status) {
        return new StatusText(ZoneId.systemDefault(), Stages.catalogue()).write(status);
    }

    private List<String> groups() {
        return reading().groups();
    }

    private RunReading reading() {
        return new RunReading(planFile, directory);
    }
}
