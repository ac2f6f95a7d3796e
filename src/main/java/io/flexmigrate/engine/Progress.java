package io.flexmigrate.engine;

import io.flexmigrate.model.Fact;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How far a run is: a fold over its events, and nothing else. */
public final class Progress {

    private final List<Event> events;
    private final Map<StageName, StageState> states = new EnumMap<>(StageName.class);
    private final Map<StageName, Fact> facts = new EnumMap<>(StageName.class);

    private Progress(List<Event> events) {
        this.events = List.copyOf(events);
        this.events.forEach(this::fold);
    }

    public static Progress of(List<Event> events) {
        return new Progress(events);
    }

    private void fold(Event event) {
        if (event instanceof Event.Started) {
            states.put(event.stage(), StageState.STARTED);
        } else if (event instanceof Event.Produced produced) {
            states.put(event.stage(), StageState.PRODUCED);
            facts.put(event.stage(), produced.fact());
        } else if (event instanceof Event.Confirmed) {
            states.put(event.stage(), StageState.DONE);
        } else if (event instanceof Event.Failed || event instanceof Event.Paused) {
            states.put(event.stage(), StageState.TO_DO);
            facts.remove(event.stage());
        }
    }

    public StageState state(StageName stage) {
        return states.getOrDefault(stage, StageState.TO_DO);
    }

    public boolean isDone(StageName stage) {
        return state(stage) == StageState.DONE;
    }

    public Facts facts() {
        return new Facts(facts);
    }

    public List<Event> events() {
        return events;
    }

    public List<Event> events(StageName stage) {
        return events.stream().filter(event -> event.stage() == stage).toList();
    }

    /** Whether the run was given up: then it never goes on. */
    public boolean isAbortBegun() {
        return events.stream().anyMatch(Event.AbortBegun.class::isInstance);
    }

    /** Whether all that could be undone is. */
    public boolean isAborted() {
        return events.stream().anyMatch(Event.Aborted.class::isInstance);
    }

    /** That moment; or that of the last event, where a clock that was put back since then tells an earlier one. */
    Instant asOf(Instant moment) {
        Instant last = events.isEmpty() ? moment : events.get(events.size() - 1).at();
        return last.isAfter(moment) ? last : moment;
    }

    public boolean isFinished() {
        return isDone(StageName.FINISH);
    }
}
