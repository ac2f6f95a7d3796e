package io.flexmigrate.cli;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Journal;
import io.flexmigrate.report.Narration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A journal that tells people what is written into it, in the same order whatever thread writes. */
final class NarratingJournal implements Journal {

    private final Journal journal;
    private final Screen screen;
    private final Narration narration = new Narration(ZoneId.systemDefault());

    NarratingJournal(Journal journal, Screen screen) {
        this.journal = journal;
        this.screen = screen;
    }

    @Override
    public synchronized void append(Event event) {
        journal.append(event);
        Optional<String> sample = screen.isLive() ? narration.sample(event) : Optional.empty();
        if (sample.isPresent()) {
            sample.ifPresent(screen::rewrite);
            return;
        }
        if (isEnd(event)) {
            screen.rewrite("");
        }
        narration.line(event).ifPresent(screen::line);
    }

    /** After it there is nothing to be sampled, for now. */
    private static boolean isEnd(Event event) {
        return event instanceof Event.Produced || event instanceof Event.Failed;
    }

    @Override
    public List<Event> events() {
        return journal.events();
    }
}
