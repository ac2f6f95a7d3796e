package io.flexmigrate.stage.notice;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Journal;
import java.util.List;

/**
 * A journal of which the plan's hooks are told.
 *
 * @param journal has an event before anybody is told of it
 */
public record ToldJournal(Journal journal, Notices notices, Couriers couriers) implements Journal {

    @Override
    public void append(Event event) {
        journal.append(event);
        notices.of(event).ifPresent(couriers::tell);
    }

    @Override
    public void note(Event event) {
        journal.note(event);
        notices.of(event).ifPresent(couriers::tell);
    }

    @Override
    public List<Event> events() {
        return journal.events();
    }
}
