package io.flexmigrate.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How far each group's cut-over is: a reading of the journal. */
public final class Moves {

    private final Set<String> open = new HashSet<>();
    private final Set<String> done = new HashSet<>();

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
                .ifPresent(step -> event.group().ifPresent(group -> {
                    if (step == CutOverStep.OPEN) {
                        open.add(group);
                    } else if (step == CutOverStep.DONE) {
                        done.add(group);
                    }
                }));
    }

    /** Whether the target has taken the writes of this group: from here on there is only forward. */
    public boolean isOpen(String group) {
        return open.contains(group);
    }

    /** Whether nothing of this group's cut-over is left to do. */
    public boolean isDone(String group) {
        return done.contains(group);
    }

    public boolean isAnyOpen() {
        return !open.isEmpty();
    }

    public boolean areAllOpen(Collection<String> groups) {
        return open.containsAll(groups);
    }

    /** Whether a group is open and not done: then that comes first, whatever else is wanted. */
    public boolean isUnderWay() {
        return !done.containsAll(open);
    }
}
