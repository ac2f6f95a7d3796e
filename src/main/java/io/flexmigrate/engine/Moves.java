package io.flexmigrate.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far each group's cut-over is, and which server has its writes: a reading of the journal. */
public final class Moves {

    private final Map<String, Integer> open = new LinkedHashMap<>();
    private final Map<String, Integer> done = new HashMap<>();

    private Moves(List<Event> events) {
        events.forEach(this::fold);
    }

    /**
     * Reads them.
     *
     * @param events of all stages, or of the cut-over alone
     */
    public static Moves of(List<Event> events) {
        return new Moves(events);
    }

    private void fold(Event event) {
        CutOverStep.of(event)
                .ifPresent(step -> event.crossing().ifPresent(crossing -> {
                    if (step == CutOverStep.OPEN) {
                        open.remove(crossing.group());
                        open.put(crossing.group(), crossing.number());
                    } else if (step == CutOverStep.DONE) {
                        done.put(crossing.group(), crossing.number());
                    }
                }));
    }

    /** Whether the target has the writes of this group: from OPEN on until it is open again on the source. */
    public boolean isOpen(String group) {
        return lastOpen(group)
                .filter(crossing -> crossing.way() == Crossing.Way.OVER)
                .isPresent();
    }

    /** Whether nothing of this group's cut-over is left to do. */
    public boolean isDone(String group) {
        return isOpen(group) && !isUnderWay(group);
    }

    /** Whether a crossing of this group is open and not done: then there is only forward. */
    public boolean isUnderWay(String group) {
        return !open.getOrDefault(group, 0).equals(done.getOrDefault(group, 0));
    }

    /** The groups whose writes the target has, the first to move first. */
    public List<String> open() {
        return open.keySet().stream().filter(this::isOpen).toList();
    }

    public boolean isAnyOpen() {
        return open.keySet().stream().anyMatch(this::isOpen);
    }

    public boolean areAllOpen(Collection<String> groups) {
        return groups.stream().allMatch(this::isOpen);
    }

    /** Whether a group is open and not done: then that comes first, whatever else is wanted. */
    public boolean isUnderWay() {
        return open.keySet().stream().anyMatch(this::isUnderWay);
    }

    /** Whether this group's writes are on the source again. */
    public boolean isBack(String group) {
        return lastOpen(group)
                .filter(crossing -> crossing.way() == Crossing.Way.BACK)
                .isPresent();
    }

    /** The crossing that opened last; empty before the first. */
    public Optional<Crossing> lastOpen(String group) {
        return Optional.ofNullable(open.get(group)).map(number -> new Crossing(group, number));
    }

    /** The crossing that is under way, or else the one that would come next. */
    public Crossing next(String group) {
        Crossing first = Crossing.first(group);
        return lastOpen(group)
                .map(last -> isUnderWay(group) ? last : last.next())
                .orElse(first);
    }
}
