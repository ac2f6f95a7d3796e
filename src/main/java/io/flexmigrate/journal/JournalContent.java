package io.flexmigrate.journal;

import io.flexmigrate.engine.Event;
import java.util.List;
import java.util.Optional;

/**
 * A journal as it was read at one instant.
 *
 * @param droppedLine a torn last line, which is not among the events
 */
public record JournalContent(JournalHeader header, List<Event> events, Optional<String> droppedLine) {

    public JournalContent {
        events = List.copyOf(events);
    }
}
