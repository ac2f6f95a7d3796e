package io.flexmigrate.engine;

import io.flexmigrate.engine.Status.GroupStatus;
import io.flexmigrate.engine.Status.Notice;
import io.flexmigrate.engine.Status.Numbers;
import io.flexmigrate.engine.Status.ReachedStep;
import io.flexmigrate.engine.Status.StageStatus;
import io.flexmigrate.model.ClientView;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Forecast;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a {@link Status} out of the events of a run. */
final class StatusReading {

    private static final int CURVE_POINTS = 200;

    private final Progress progress;
    private final Facts facts;
    private final Instant now;
    private final boolean running;

    StatusReading(Progress progress, Instant now, boolean running) {
        this.progress = progress;
        this.facts = progress.facts();
        this.now = progress.asOf(now);
        this.running = running;
    }

    Status status(RunLabel run) {
        List<Notice> failures = notices(StatusReading::failure);
        return new Status(
                run,
                outlook(run.staysLinked()),
                Arrays.stream(StageName.values()).map(this::stage).toList(),
                numbers(),
                run.groups().stream().map(this::group).toList(),
                cutOver(),
                facts.find(Fact.Assessed.class).map(Fact.Assessed::findings).orElse(List.<Finding>of()),
                notices(Observation.WARNING::text),
                predictions(),
                failures.isEmpty() ? Optional.empty() : Optional.of(failures.get(failures.size() - 1)));
    }

    private StageStatus stage(StageName stage) {
        List<Event> events = progress.events(stage);
        long attempts = events.stream().filter(Event.Started.class::isInstance).count();
        return new StageStatus(
                stage,
                progress.state(stage),
                (int) attempts,
                duration(stage, events),
                new AdvanceReading(stage, events).pace(),
                facts.find(stage.produces()).map(Fact.class::cast));
    }

    private GroupStatus group(String name) {
        Optional<ReachedStep> reached = last(cutOver().stream()
                .filter(step -> name.equals(step.details().get(StageLog.GROUP)))
                .toList());
        Crossing crossing =
                reached.flatMap(step -> StageLog.crossing(step.details())).orElse(Crossing.first(name));
        Moves moves = Moves.of(progress.events());
        return new GroupStatus(
                name,
                crossing,
                moves.isOpen(name),
                reached.map(ReachedStep::step),
                reached.map(ReachedStep::at),
                moves.lastOpen(name).flatMap(this::seen));
    }

    private Optional<ClientView> seen(Crossing crossing) {
        return ClientSighting.sinceOpen(progress.events().stream()
                .filter(event -> event.crossing().equals(Optional.of(crossing)))
                .toList());
    }

    private List<Prediction> predictions() {
        return Arrays.stream(StageName.values())
                .flatMap(stage -> new AdvanceReading(stage, progress.events(stage)).predictions().stream())
                .toList();
    }

    private Optional<Duration> duration(StageName stage, List<Event> events) {
        Optional<Event> started =
                last(events.stream().filter(Event.Started.class::isInstance).toList());
        boolean atWork = running
                && (progress.state(stage) == StageState.STARTED || progress.state(stage) == StageState.PRODUCED);
        return started.map(Event::at).map(from -> Duration.between(from, atWork ? now : end(events)));
    }

    /** What is observed after a stage was done, such as that a hook failed, does not make it longer. */
    private static Instant end(List<Event> events) {
        return last(events.stream().filter(Event.Confirmed.class::isInstance).toList())
                .orElseGet(() -> events.get(events.size() - 1))
                .at();
    }

    private Outlook outlook(boolean staysLinked) {
        if (progress.isFinished() && progress.isDone(StageName.CUT_OVER)) {
            return Outlook.FINISHED;
        }
        if (running) {
            return Outlook.RUNNING;
        }
        if (progress.isAbortBegun()) {
            return progress.isAborted() ? Outlook.ABORTED : Outlook.ABORTING;
        }
        if (staysLinked && progress.state(StageName.VERIFY) == StageState.DONE) {
            return Outlook.IN_SYNC;
        }
        if (last(cutOver())
                .filter(reached -> reached.step() == CutOverStep.UNCERTAIN)
                .isPresent()) {
            return Outlook.UNCERTAIN;
        }
        Optional<Event> lastDeed = last(progress.events().stream()
                .filter(event -> !(event instanceof Event.Observed))
                .toList());
        if (lastDeed.filter(Event.Failed.class::isInstance).isPresent()) {
            return Outlook.FAILED;
        }
        if (progress.isFinished() && !Moves.of(progress.events()).isUnderWay()) {
            return Outlook.ROLLED_BACK;
        }
        boolean begun = Arrays.stream(StageName.values())
                .map(progress::state)
                .anyMatch(state -> state == StageState.STARTED || state == StageState.PRODUCED);
        return begun ? Outlook.INTERRUPTED : Outlook.WAITING;
    }

    private Numbers numbers() {
        Optional<Fact.Dumped> dumped = facts.find(Fact.Dumped.class);
        Optional<Fact.CutOver> cutOver = facts.find(Fact.CutOver.class);
        return new Numbers(
                dumped.map(Fact.Dumped::coordinates),
                facts.find(Fact.Loaded.class).map(StatusReading::rows),
                lastOf(Observation.LAG).or(() -> facts.find(Fact.CaughtUp.class).map(Fact.CaughtUp::lag)),
                last(progress.events().stream()
                        .flatMap(event -> LagSample.of(event).stream())
                        .toList()),
                lagCurve(),
                dumped.map(Fact.Dumped::locked).or(() -> lastOf(Observation.SOURCE_LOCKED)),
                binlogsKeptUntil(),
                cutOver.flatMap(Fact.CutOver::longest)
                        .map(Fact.Move::predicted)
                        .or(() -> lastOf(Observation.PREDICTED_PAUSE)),
                cutOver.flatMap(Fact.CutOver::longest).map(Fact.Move::pause),
                Optional.empty());
    }

    /** Counted from before the snapshot, because a file goes so long after its last byte. */
    private Optional<Instant> binlogsKeptUntil() {
        if (progress.isDone(StageName.CATCH_UP)) {
            return Optional.empty();
        }
        Optional<Instant> snapshot = last(progress.events(StageName.DUMP).stream()
                        .filter(Event.Started.class::isInstance)
                        .toList())
                .map(Event::at);
        Optional<Duration> kept = lastOf(Observation.BINLOGS_KEPT)
                .or(() -> facts.find(Fact.Assessed.class)
                        .flatMap(assessed -> assessed.forecast().retention())
                        .map(Forecast.Retention::kept));
        return snapshot.flatMap(at -> kept.map(at::plus));
    }

    private Optional<LagCurve> lagCurve() {
        List<Duration> lags = progress.events().stream()
                .map(Observation.LAG::duration)
                .flatMap(Optional::stream)
                .toList();
        return lags.isEmpty() ? Optional.empty() : Optional.of(new LagCurve(lags).thinned(CURVE_POINTS));
    }

    private static long rows(Fact.Loaded loaded) {
        return loaded.rows().values().stream().mapToLong(Long::longValue).sum();
    }

    private Optional<Duration> lastOf(Observation observation) {
        return last(progress.events().stream()
                .map(observation::duration)
                .flatMap(Optional::stream)
                .toList());
    }

    private List<ReachedStep> cutOver() {
        return progress.events().stream()
                .flatMap(event ->
                        CutOverStep.of(event).map(step -> new ReachedStep(step, event.at(), details(event))).stream())
                .toList();
    }

    private static Map<String, String> details(Event event) {
        return event instanceof Event.Reached reached ? reached.details() : Map.of();
    }

    private static Optional<String> failure(Event event) {
        return event instanceof Event.Failed failed ? Optional.of(failed.reason()) : Optional.empty();
    }

    private List<Notice> notices(Function<Event, Optional<String>> message) {
        return progress.events().stream()
                .flatMap(
                        event -> message.apply(event).map(text -> new Notice(event.stage(), event.at(), text)).stream())
                .toList();
    }

    private static <T> Optional<T> last(List<T> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }
}
