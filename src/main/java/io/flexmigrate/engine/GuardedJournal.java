package io.flexmigrate.engine;

import java.util.List;

/** A journal that refuses to go on once the run's guard is lost: every effect has an append before it. */
public final class GuardedJournal implements Journal {

    private final Journal journal;
    private final RunGuard guard;

    public GuardedJournal(Journal journal, RunGuard guard) {
        this.journal = journal;
        this.guard = guard;
    }

    @Override
    public void append(Event event) {
        guard.check();
        journal.append(event);
    }

    @Override
    public void note(Event event) {
        guard.check();
        journal.note(event);
    }

    @Override
    public List<Event> events() {
        return journal.events();
    }
}
