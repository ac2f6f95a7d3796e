package io.flexmigrate.cli;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.StageState;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.LookJson;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.model.LinkLook;
import io.flexmigrate.model.LinkVerdict;
import io.flexmigrate.plan.PlanFile;
import io.flexmigrate.report.LookText;
import io.flexmigrate.stage.watch.Alarm;
import io.flexmigrate.stage.watch.LinkWatch;
import io.flexmigrate.time.Pause;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the link of a run again and again, proves its data again meanwhile, tells what is new, and raises the alarm when the
 * verdict changes.
 *
 * <p>Each change of the verdict is written into the journal, so that one look from cron knows what the last one said.
 */
record Watching(PlanFile planFile, RunDirectory directory, PrintWriter out, Format format) {

    /** One look. */
    ExitCode once() throws InterruptedException {
        Progress progress = linked();
        Wiring wiring = wiring();
        LinkLook look = proofs().read(progress).on(wiring.linkWatch().look(progress.facts()));
        out.print(written(look));
        settle(look, wiring.alarm());
        return switch (look.verdict()) {
            case IN_SYNC -> ExitCode.DONE;
            case DIFFERENT -> ExitCode.DIFFERENT;
            case LAGGING, BROKEN, UNREACHABLE -> ExitCode.FAILED;
        };
    }

    /** Looks until the process is told to end, or the link is no longer wanted. */
    ExitCode untilEnded() throws InterruptedException {
        Progress progress = linked();
        Wiring wiring = wiring();
        LinkWatch watch = wiring.linkWatch();
        Alarm alarm = wiring.alarm();
        LookText text = new LookText(ZoneId.systemDefault());
        Optional<LinkLook> last = Optional.empty();
        try (Screen screen = Screen.of(Terminal.ours(System.getenv()), out);
                ProofKeeping keeping = ProofKeeping.start(proofs(), wiring, progress)) {
            while (true) {
                LinkLook look = keeping.look(watch.look(progress.facts()));
                if (format == Format.JSON
                        || last.filter(look::saysNothingNewAfter).isEmpty()) {
                    screen.rewrite("");
                    screen.line(written(look).stripTrailing());
                }
                screen.rewrite(text.line(look));
                settle(look, alarm);
                last = Optional.of(look);
                Pause.real().pause(planFile.plan().watch().interval());
            }
        }
    }

    private RunProofs proofs() {
        return new RunProofs(planFile.plan(), directory);
    }

    private Wiring wiring() throws InterruptedException {
        return Wiring.of(planFile, directory, List.of(), System.getenv());
    }

    /** How far the run is, as far as there is a link to be looked at. */
    private Progress linked() {
        Progress progress = progress();
        if (progress.isAbortBegun() || progress.isFinished() || progress.state(StageName.LINK) != StageState.DONE) {
            String why =
                    progress.isAbortBegun() ? "was aborted" : progress.isFinished() ? "is finished" : "has none yet";
            throw new RefusedException(
                    "There is no link to look at: the run in " + directory + " " + why + ". See migrate status.");
        }
        return progress;
    }

    private Progress progress() {
        return Progress.of(FileJournal.read(directory).events());
    }

    private String written(LinkLook look) {
        return switch (format) {
            case TEXT -> new LookText(ZoneId.systemDefault()).write(look);
            case JSON -> new LookJson().write(look);
        };
    }

    private void settle(LinkLook look, Alarm alarm) throws InterruptedException {
        String before = lastVerdict().orElse(LinkVerdict.IN_SYNC.name());
        if (before.equals(look.verdict().name())) {
            return;
        }
        remember(look);
        alarm.raise(look).forEach(out::println);
    }

    private Optional<String> lastVerdict() {
        return progress().events().stream()
                .flatMap(event -> Observation.LINK_VERDICT.text(event).stream())
                .reduce((earlier, later) -> later);
    }

    private void remember(LinkLook look) {
        try (FileJournal journal = FileJournal.open(directory)) {
            journal.append(new Event.Observed(
                    StageName.CATCH_UP,
                    look.at(),
                    Observation.LINK_VERDICT.what(),
                    Map.of(Observation.LINK_VERDICT.key(), look.verdict().name(), "message", look.message())));
        } catch (JournalException held) {
            out.println("The verdict was not written into the journal: " + held.getMessage());
        }
    }
}
