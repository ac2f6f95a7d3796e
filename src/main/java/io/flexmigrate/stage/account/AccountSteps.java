package io.flexmigrate.stage.account;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps by which the journal knows an account of ours. */
public final class AccountSteps {

    static final Step CREATE = Step.of("create-replication-account");
    static final Step DROP = Step.of("drop-replication-account");

    private static final String ACCOUNT = "account";

    private AccountSteps() {}

    static Map<String, String> details(String account) {
        return Map.of(ACCOUNT, account);
    }

    /** The account that one stage's events say was made, or was about to be, and not that it was dropped; as SQL writes it. */
    public static Optional<String> made(List<Event> events) {
        return last(events)
                .filter(event -> !isDropped(event))
                .flatMap(event -> intended(events))
                .map(intended -> intended.details().getOrDefault(ACCOUNT, ""));
    }

    static boolean areDropped(List<Event> events) {
        return last(events).filter(AccountSteps::isDropped).isPresent();
    }

    private static Optional<Event> last(List<Event> events) {
        return events.stream()
                .filter(event ->
                        step(event).filter(Set.of(CREATE, DROP)::contains).isPresent())
                .reduce((earlier, later) -> later);
    }

    private static Optional<Event.Intended> intended(List<Event> events) {
        return events.stream()
                .filter(event -> event instanceof Event.Intended
                        && step(event).filter(CREATE::equals).isPresent())
                .map(Event.Intended.class::cast)
                .reduce((earlier, later) -> later);
    }

    private static Optional<Step> step(Event event) {
        if (event instanceof Event.Intended intended) {
            return Optional.of(intended.step());
        }
        return event instanceof Event.Reached reached ? Optional.of(reached.step()) : Optional.empty();
    }

    private static boolean isDropped(Event event) {
        return event instanceof Event.Reached reached && reached.step().equals(DROP);
    }
}
