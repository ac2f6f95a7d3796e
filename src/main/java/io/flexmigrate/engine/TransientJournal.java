package io.flexmigrate.engine;

import java.util.ArrayList;
import java.util.List;

/** A journal that is forgotten with the process: for a dry run, of which nothing is to remain. */
public final class TransientJournal implements Journal {

    private final List<Event> events = new ArrayList<>();

    @Override
    public void append(Event event) {
        events.add(event);
    }

    @Override
    public List<Event> events() {
        return List.copyOf(events);
    }
}
