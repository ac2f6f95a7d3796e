package io.flexmigrate.stage.wayback;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Moves;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ReplicaStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the journal says of the way back, which all groups share: a reading of the cut-over's events, whichever group's. */
record WayBackRecord(List<Event> events) {

    static final Step ACCOUNT = Step.of("way-back-account");
    static final Step LINK = Step.of("way-back-link");
    static final Step FILTER = Step.of("way-back-filter");
    static final Step START = Step.of("way-back-start");
    static final Step PROOF = Step.of("way-back-proof");
    static final Step REMOVAL = Step.of("way-back-removal");

    private static final String DATABASES = "databases";

    WayBackRecord {
        events = List.copyOf(events);
    }

    static WayBackRecord of(StageLog log) {
        return new WayBackRecord(log.past(StageName.CUT_OVER));
    }

    /** Names may hold anything but a line break. */
    static Map<String, String> databases(Set<String> names) {
        return Map.of(DATABASES, String.join("\n", names));
    }

    /** Coordinates, for details. */
    static Map<String, String> place(BinlogCoordinates coordinates) {
        return Map.of("file", coordinates.file(), "position", Long.toString(coordinates.position()));
    }

    /** Where the binlog of the server to go to stood when the way back was proven for this crossing; empty when it was not, or was removed since. */
    Optional<BinlogCoordinates> equalSince(Crossing crossing) {
        return since().stream()
                .filter(event -> isEnd(event, PROOF) && event.crossing().equals(Optional.of(crossing)))
                .map(event -> ((Event.Reached) event).details())
                .filter(details -> details.containsKey("file"))
                .map(details -> new BinlogCoordinates(
                        details.getOrDefault("file", ""), Long.parseLong(details.getOrDefault("position", "0"))))
                .reduce((earlier, later) -> later);
    }

    /** Whether an account was made, or about to be, and no removal came after it. */
    boolean hasAccount() {
        return since().stream().anyMatch(event -> isIntent(event, ACCOUNT));
    }

    /** Whether the source was pointed at the target, or was about to be, and no removal came after it. */
    boolean wasBegun() {
        return since().stream().anyMatch(event -> isIntent(event, LINK));
    }

    /** Whether the last time that the source was pointed at the target came to its end. */
    boolean isLinked() {
        return last(LINK).filter(Event.Reached.class::isInstance).isPresent();
    }

    /** Whether what the source replicates from is where this run has pointed it last. */
    boolean isOurs(ReplicaStatus seen) {
        return intents(LINK)
                .reduce((earlier, later) -> later)
                .filter(link -> seen.sourceHost().equalsIgnoreCase(link.getOrDefault("host", ""))
                        && Integer.toString(seen.sourcePort()).equals(link.get("port")))
                .isPresent();
    }

    /** The server ids of the target that the source replicated from: what it wrote in their name came by the way back. */
    Set<Long> serverIds() {
        return intents(events, LINK)
                .map(link -> Long.parseLong(link.getOrDefault("server-id", "0")))
                .collect(Collectors.toSet());
    }

    private Stream<Map<String, String>> intents(Step step) {
        return intents(since(), step);
    }

    private static Stream<Map<String, String>> intents(List<Event> events, Step step) {
        return events.stream().filter(event -> isIntent(event, step)).map(event -> ((Event.Intended) event).details());
    }

    /** Whether the target has taken writes that the source can have by the way back only. */
    boolean isInUse() {
        return wasBegun() && Moves.of(events).isAnyOpen();
    }

    /** The databases of the groups that it was made ready for. */
    Set<String> databases() {
        Set<String> names = new TreeSet<>();
        intents(FILTER)
                .map(filter -> filter.getOrDefault(DATABASES, ""))
                .flatMap(String::lines)
                .forEach(names::add);
        return names;
    }

    private List<Event> since() {
        int removed = -1;
        for (int i = 0; i < events.size(); i++) {
            removed = isEnd(events.get(i), REMOVAL) ? i : removed;
        }
        return events.subList(removed + 1, events.size());
    }

    private Optional<Event> last(Step step) {
        return since().stream()
                .filter(event -> isIntent(event, step) || isEnd(event, step))
                .reduce((earlier, later) -> later);
    }

    private static boolean isIntent(Event event, Step step) {
        return event instanceof Event.Intended intended && intended.step().equals(step);
    }

    private static boolean isEnd(Event event, Step step) {
        return event instanceof Event.Reached reached && reached.step().equals(step);
    }
}
