package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Clients.Client;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1103: no statement is so long that mydumper would give up because of it. */
final class LongStatementsCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1103",
            "No statement runs longer than the guard of the dump",
            "mydumper gives up while such a statement runs, because its lock would wait for it and stall all writers.",
            "https://dev.mysql.com/doc/refman/8.0/en/flush.html#flush-tables-with-read-lock");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        return seen.part(LongStatements.class).sessions().stream()
                .map(client -> RULE.warning(
                        "source session " + client.id(),
                        client.label() + "; dump.long_query_guard is "
                                + plan.dump().longQueryGuard().toSeconds() + " s.",
                        remedy(client)))
                .toList();
    }

    private static String remedy(Client client) {
        return "Wait for its end, or end it:\nKILL " + client.id() + ";";
    }
}
