package io.flexmigrate.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What both servers said last, before the link between them was removed.
 *
 * @param values by the names of this class
 */
public record ClosingWords(Map<String, String> values) {

    /** What the journal calls them. */
    public static final String WHAT = "closing-words";

    public static final String SOURCE_UUID = "source_uuid";
    public static final String SOURCE_VERSION = "source_version";
    public static final String SOURCE_GTIDS = "source_gtids";
    public static final String SOURCE_CLOSED = "source_closed";
    public static final String SCANNED_TO = "scanned_to";
    public static final String SCANNED_FILES = "scanned_files";
    public static final String CHANGES = "changes";
    public static final String TARGET_UUID = "target_uuid";
    public static final String TARGET_VERSION = "target_version";
    public static final String TARGET_GTIDS = "target_gtids";
    public static final String TARGET_APPLIED = "target_applied";

    /** Why the source could not be asked. */
    public static final String TROUBLE = "trouble";

    public ClosingWords {
        values = Map.copyOf(values);
    }

    /** The first ones: what is said later was said without a link. */
    public static Optional<ClosingWords> in(List<Event> events) {
        return events.stream()
                .filter(event -> event instanceof Event.Observed observed
                        && observed.stage() == StageName.FINISH
                        && observed.what().equals(WHAT))
                .map(event -> new ClosingWords(((Event.Observed) event).values()))
                .findFirst();
    }

    /** One of them; empty when it was not said. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }
}
