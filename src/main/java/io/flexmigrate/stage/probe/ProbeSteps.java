package io.flexmigrate.stage.probe;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.stage.account.AccountSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps by which the journal knows probes. */
public final class ProbeSteps {

    static final Step SCRATCH = Step.of("probe-scratch-database");
    static final Step LINK = Step.of("probe-link");

    /** Name of the detail that names the scratch database. */
    static final String DATABASE = "database";

    /** Name of the detail that tells our scratch database from another of that name. */
    static final String MARK = "mark";

    private ProbeSteps() {}

    /** Whether a probe was begun and it is not written that what it made is gone. */
    public static boolean areUnsettled(List<Event> events) {
        return open(events, SCRATCH).isPresent()
                || open(events, LINK).isPresent()
                || account(events).isPresent();
    }

    /** An account that was made for a trial link, not one that PREPARE made. */
    private static Optional<String> account(List<Event> events) {
        return AccountSteps.made(events.stream()
                .filter(event -> event.stage() == StageName.ASSESS)
                .toList());
    }

    /** Statements that remove from the servers what is not known to be gone. */
    static List<String> leftovers(List<Event> events) {
        List<String> statements = new ArrayList<>();
        open(events, SCRATCH)
                .map(details -> "DROP DATABASE " + Identifier.quoted(details.getOrDefault(DATABASE, "")) + ";")
                .ifPresent(statements::add);
        open(events, LINK)
                .map(details -> "CALL mysql.az_replication_stop;\nCALL mysql.az_replication_remove_master;")
                .ifPresent(statements::add);
        account(events)
                .map(name -> "DROP USER IF EXISTS " + name + "; -- on the source")
                .ifPresent(statements::add);
        return statements;
    }

    /** What was written when this step was last begun, if it did not end. */
    static Optional<Map<String, String>> open(List<Event> events, Step step) {
        Optional<Map<String, String>> open = Optional.empty();
        for (Event event : events) {
            if (event instanceof Event.Intended intended && intended.step().equals(step)) {
                open = Optional.of(intended.details());
            }
            if (event instanceof Event.Reached reached && reached.step().equals(step)) {
                open = Optional.empty();
            }
        }
        return open;
    }
}
