package io.flexmigrate.engine;

import java.util.List;

/** The append-only record of a run, and with the plan its only state. */
public interface Journal {

    /**
     * Writes an event so that it outlives a crash of the machine before this returns.
     *
     * @throws JournalException when that could not be done; the run must end then
     */
    void append(Event event);

    /** All events so far, oldest first. */
    List<Event> events();
}
