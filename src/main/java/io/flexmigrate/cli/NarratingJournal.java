package io.flexmigrate.cli;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Journal;
import java.util.List;

/** A journal that has told what is written into it, in the same order whatever thread writes. */
final class NarratingJournal implements Journal {

    private final Journal journal;
    private final Teller teller;

    NarratingJournal(Journal journal, Teller teller) {
        this.journal = journal;
        this.teller = teller;
    }

    @Override
    public synchronized void append(Event event) {
        journal.append(event);
        teller.tell(event);
    }

    @Override
    public synchronized void note(Event event) {
        journal.note(event);
        teller.tell(event);
    }

    @Override
    public List<Event> events() {
        return journal.events();
    }
}
