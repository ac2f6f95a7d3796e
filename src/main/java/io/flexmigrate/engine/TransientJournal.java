package io.flexmigrate.engine;

import java.util.List;

/** A journal that is forgotten with the process: for a dry run, of which nothing is to remain. */
public final class TransientJournal implements Journal {

    private final EventHistory events = new EventHistory(List.of());

    @Override
    public void append(Event event) {
        events.add(event);
    }

    @Override
    public void note(Event event) {
        append(event);
    }

    @Override
    public List<Event> events() {
        return events.soFar();
    }
}
