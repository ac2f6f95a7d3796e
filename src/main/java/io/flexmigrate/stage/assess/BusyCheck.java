package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Clients.Client;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.stream.Collectors;

/** FM1045: no transaction is so old that the lock for the snapshot would have to wait for it. */
final class BusyCheck implements Check<SourceInventory> {

    static final Rule RULE = Rule.of(
            "FM1045",
            "No transaction has been open for long",
            "The lock for the snapshot waits until their statements end, and new statements queue behind it.",
            "https://dev.mysql.com/doc/refman/8.0/en/flush.html#flush-tables-with-read-lock");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        List<Client> sessions = seen.part(BusySessions.class).sessions();
        if (sessions.isEmpty()) {
            return List.of();
        }
        return List.of(RULE.warning(
                "source transactions",
                "Transactions older than " + plan.dump().longQueryGuard().toSeconds() + " s are open: "
                        + sessions.stream().map(Client::label).collect(Collectors.joining("; ")),
                "Start when they are done, or end them:\n"
                        + sessions.stream()
                                .map(client -> "KILL " + client.id() + ";")
                                .collect(Collectors.joining("\n"))));
    }
}
