package io.flexmigrate.cli;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.StageState;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.model.LinkLook;
import io.flexmigrate.model.LinkVerdict;
import io.flexmigrate.plan.PlanFile;
import io.flexmigrate.report.Narration.Detail;
import io.flexmigrate.stage.watch.Alarm;
import io.flexmigrate.stage.watch.LinkWatch;
import io.flexmigrate.time.Pause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks at the link of a run again and again, proves its data again meanwhile, tells what is new, and raises the alarm when the
 * verdict changes.
 *
 * <p>Each change of the verdict is written into the journal, so that one look from cron knows what the last one said.
 */
record Watching(PlanFile planFile, RunDirectory directory, Telling telling, Format format) {

    /** One look. */
    ExitCode once() throws InterruptedException {
        Progress progress = linked();
        Wiring wiring = wiring();
        LinkLook look = proofs().read(progress).on(wiring.linkWatch().look(progress.facts()));
        LinkScreen screen = LinkScreen.inLines(told(), format);
        screen.tell(look);
        settle(look, wiring.alarm(), screen::say);
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
        Optional<LinkLook> last = Optional.empty();
        try (LinkScreen screen = LinkScreen.open(told(), format);
                ProofKeeping keeping = ProofKeeping.start(proofs(), wiring, progress)) {
            while (true) {
                LinkLook look = keeping.look(watch.look(progress.facts()));
                if (isNews(look, last)) {
                    screen.tell(look);
                }
                screen.show(look);
                settle(look, alarm, screen::say);
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

    private Telling told() {
        return telling.of(FileJournal.read(directory).header().run());
    }

    /** Programs that want looks get each of them. */
    private boolean isNews(LinkLook look, Optional<LinkLook> last) {
        if (format == Format.JSON || telling.detail() == Detail.VERBOSE) {
            return true;
        }
        boolean wanted = telling.detail() == Detail.NORMAL || look.verdict() != LinkVerdict.IN_SYNC;
        return wanted && last.filter(look::saysNothingNewAfter).isEmpty();
    }

    private void settle(LinkLook look, Alarm alarm, Consumer<String> words) throws InterruptedException {
        String before = lastVerdict().orElse(LinkVerdict.IN_SYNC.name());
        if (before.equals(look.verdict().name())) {
            return;
        }
        remember(look).ifPresent(words);
        alarm.raise(look).forEach(words);
    }

    private Optional<String> lastVerdict() {
        return progress().events().stream()
                .flatMap(event -> Observation.LINK_VERDICT.text(event).stream())
                .reduce((earlier, later) -> later);
    }

    /** Why that could not be done; empty when it was. */
    private Optional<String> remember(LinkLook look) {
        try (FileJournal journal = FileJournal.open(directory)) {
            journal.append(new Event.Observed(
                    StageName.CATCH_UP,
                    look.at(),
                    Observation.LINK_VERDICT.what(),
                    Map.of(Observation.LINK_VERDICT.key(), look.verdict().name(), "message", look.message())));
            return Optional.empty();
        } catch (JournalException held) {
            return Optional.of("The verdict was not written into the journal: " + held.getMessage());
        }
    }
}
