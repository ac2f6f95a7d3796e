package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.ClientSighting;
import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Moves;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from the journal how the groups moved. */
final class MoveReading {

    private MoveReading() {}

    /** Those that are done, the first to move first. */
    static List<Fact.Move> all(List<Plan.Group> groups, Fact.Assessed assessed, StageLog log) {
        Moves moves = Moves.of(log.past());
        return groups.stream()
                .filter(group -> moves.isDone(group.name()))
                .sorted(Comparator.comparing(
                        group -> openedAt(log.in(moves.lastOpen(group.name()).orElseThrow()))))
                .map(group -> move(
                        group, assessed, log.in(moves.lastOpen(group.name()).orElseThrow())))
                .toList();
    }

    private static Instant openedAt(StageLog log) {
        return reached(log, CutOverStep.OPEN).at();
    }

    private static Fact.Move move(Plan.Group group, Fact.Assessed assessed, StageLog log) {
        Map<String, String> open = reached(log, CutOverStep.OPEN).details();
        Event.Reached fenced = reached(log, CutOverStep.FENCED);
        Duration before = Duration.ofMillis(Long.parseLong(fenced.details().getOrDefault("ms", "0")));
        Duration measured = Duration.between(
                        fenced.at(), reached(log, CutOverStep.FLIPPED).at())
                .plus(before);
        return new Fact.Move(
                group.name(),
                group.databases().isEmpty() ? assessed.databases() : group.databases(),
                fence(log),
                Duration.ofMillis(Long.parseLong(open.getOrDefault("predicted_ms", "0"))),
                measured,
                Integer.parseInt(open.getOrDefault("tables", "0")),
                ClientSighting.sinceOpen(log.past()));
    }

    /**
     * Up to where the other server had applied everything of the group, and it was compared, when the server that is left was closed by the
     * last attempt; empty when that did not come so far.
     *
     * @param standsStill whether nothing but what is closed is written there: then it is where the fence was
     */
    static Optional<BinlogCoordinates> closedAt(StageLog log, boolean standsStill) {
        Optional<BinlogCoordinates> drained = Optional.empty();
        Optional<BinlogCoordinates> closed = Optional.empty();
        for (Event event : log.past()) {
            if (event instanceof Event.Intended intended && intended.step().equals(CutOverStep.OPENING.step())) {
                closed = standsStill ? drained : Optional.empty();
            }
            Optional<CutOverStep> step = CutOverStep.of(event);
            if (step.isPresent() && event instanceof Event.Reached reached) {
                switch (step.get()) {
                    case READY, ABORTED -> {
                        drained = Optional.empty();
                        closed = Optional.empty();
                    }
                    case DRAINED -> drained = position(reached);
                    case OPENING -> closed = position(reached);
                    default -> {
                        // because the others say nothing of where it stands
                    }
                }
            }
        }
        return closed;
    }

    private static Optional<BinlogCoordinates> position(Event.Reached reached) {
        return Optional.ofNullable(reached.details().get("position")).map(BinlogCoordinates::parse);
    }

    /** What is written with OPEN when it is found open: what the attempt that died would have written, as far as is known. */
    static Map<String, String> opening(BinlogCoordinates last, StageLog log) {
        return Map.of(
                "file",
                last.file(),
                "position",
                Long.toString(last.position()),
                "predicted_ms",
                reached(log, CutOverStep.REHEARSED).details().getOrDefault("predicted_ms", "0"),
                "tables",
                reached(log, CutOverStep.VERIFIED).details().getOrDefault("tables", "0"),
                "settled",
                "an earlier run ended after it was closed for good");
    }

    /** The source's coordinates at the fence of this group, which is open. */
    static BinlogCoordinates fence(StageLog log) {
        Map<String, String> details = reached(log, CutOverStep.OPEN).details();
        return new BinlogCoordinates(
                details.getOrDefault("file", ""), Long.parseLong(details.getOrDefault("position", "0")));
    }

    /** Whether the fence of a crossing that is done left nothing unproven. */
    static boolean isProvenWhole(StageLog log) {
        return !reached(log, CutOverStep.VERIFIED).details().containsKey("unproven");
    }

    /** The last time this step was reached. */
    private static Event.Reached reached(StageLog log, CutOverStep step) {
        return log.past().stream()
                .filter(Event.Reached.class::isInstance)
                .map(Event.Reached.class::cast)
                .filter(event -> event.step().equals(step.step()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("the cut-over did not reach " + step));
    }
}
