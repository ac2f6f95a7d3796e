package io.flexmigrate.cli;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Journal;
import io.flexmigrate.report.Narration;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;

/** A journal that tells people what is written into it. */
final class NarratingJournal implements Journal {

    private final Journal journal;
    private final PrintWriter out;
    private final Narration narration = new Narration(ZoneId.systemDefault());

    NarratingJournal(Journal journal, PrintWriter out) {
        this.journal = journal;
        this.out = out;
    }

    @Override
    public void append(Event event) {
        journal.append(event);
        narration.line(event).ifPresent(line -> {
            out.println(line);
            out.flush();
        });
    }

    @Override
    public List<Event> events() {
        return journal.events();
    }
}
