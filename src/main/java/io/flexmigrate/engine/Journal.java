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

    /**
     * Writes an event that outlives a crash of this process, but one of the machine only when another was appended behind it: for
     * the hurry of a write pause, and for what may as well be done once more.
     *
     * @throws JournalException as {@link #append} does
     */
    void note(Event event);

    /** All events so far, oldest first. */
    List<Event> events();
}
