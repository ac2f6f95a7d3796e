package io.flexmigrate.engine;

import io.flexmigrate.model.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from the journal how a group was closed on the source. */
public final class MovedReading {

    private MovedReading() {}

    /** The cut-over of a group with what stood before it was closed for the last time. */
    public static Testimony.Moved moved(Fact.Move move, List<Event> events) {
        return new Testimony.Moved(
                move.group(),
                move.databases(),
                move.fence(),
                standing(move.group(), events),
                new Testimony.Pause(move.predicted(), move.pause(), move.seen()));
    }

    private static Map<String, String> standing(String group, List<Event> events) {
        Optional<Crossing> crossing = Moves.of(events).lastOpen(group);
        Map<String, String> standing = new HashMap<>(events.stream()
                .filter(event -> event.crossing().equals(crossing))
                .filter(event -> event instanceof Event.Intended intended
                        && intended.step().equals(CutOverStep.OPENING.step()))
                .map(event -> ((Event.Intended) event).details())
                .reduce(Map.of(), (earlier, later) -> later));
        standing.keySet().removeAll(List.of(StageLog.GROUP, StageLog.CROSSING));
        return standing;
    }
}
