package io.flexmigrate.engine;

import io.flexmigrate.model.ClientView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a canary saw, as the journal keeps it. */
public final class ClientSighting {

    private static final String USUAL = "usual_gap";
    private static final String ERRORS = "errors";
    private static final String WORDS = "words";

    private ClientSighting() {}

    /** Writes it down. */
    public static void tell(ClientView view, StageLog log) {
        log.observe(
                Observation.CLIENT_VIEW.what(),
                Map.of(
                        Observation.CLIENT_VIEW.key(),
                        view.longestGap().toString(),
                        USUAL,
                        view.usualGap().toString(),
                        ERRORS,
                        Integer.toString(view.errors()),
                        WORDS,
                        view.words()));
    }

    /** Reads it, if this is one. */
    public static Optional<ClientView> of(Event event) {
        return event instanceof Event.Observed observed
                ? Observation.CLIENT_VIEW.duration(event).map(longest -> view(longest, observed.values()))
                : Optional.empty();
    }

    /**
     * How a client saw a crossing that opened: the last one behind its last OPEN, because drills and attempts that were
     * given up are seen too.
     *
     * @param events of that crossing alone
     */
    public static Optional<ClientView> sinceOpen(List<Event> events) {
        int open = 0;
        for (int at = 0; at < events.size(); at++) {
            open = CutOverStep.of(events.get(at))
                            .filter(CutOverStep.OPEN::equals)
                            .isPresent()
                    ? at + 1
                    : open;
        }
        return open == 0
                ? Optional.empty()
                : events.subList(open, events.size()).stream()
                        .flatMap(event -> of(event).stream())
                        .reduce((earlier, later) -> later);
    }

    private static ClientView view(Duration longest, Map<String, String> values) {
        return new ClientView(
                longest,
                Duration.parse(values.getOrDefault(USUAL, "PT0S")),
                Integer.parseInt(values.getOrDefault(ERRORS, "0")),
                values.getOrDefault(WORDS, ""));
    }
}
