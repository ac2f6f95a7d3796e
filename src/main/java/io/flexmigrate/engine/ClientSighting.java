package io.flexmigrate.engine;

import io.flexmigrate.model.ClientView;
import java.time.Duration;
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

    private static ClientView view(Duration longest, Map<String, String> values) {
        return new ClientView(
                longest,
                Duration.parse(values.getOrDefault(USUAL, "PT0S")),
                Integer.parseInt(values.getOrDefault(ERRORS, "0")),
                values.getOrDefault(WORDS, ""));
    }
}
