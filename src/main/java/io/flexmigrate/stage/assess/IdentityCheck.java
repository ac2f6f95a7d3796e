package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Variables;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1014: the servers tell each other apart. */
final class IdentityCheck implements Check<BothServers> {

    static final Rule RULE = Rule.absolute(
            "FM1014",
            "Source and target have different identities",
            "A replica takes events with its own server_id for its own and drops them; the receiver stops with error 1593.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-options.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        Variables source = seen.source().server().variables();
        Variables target = seen.target().server().variables();
        if (source.text("server_uuid").equals(target.text("server_uuid"))) {
            return List.of(RULE.blocker(
                    "server_uuid",
                    "Source and target have the same server_uuid: they are the same server, or one is a copy of the"
                            + " other's data directory.",
                    "Check source.host and target.host; a copied server gets a new UUID when auto.cnf is removed from"
                            + " its data directory and it is restarted."));
        }
        if (source.number("server_id") == target.number("server_id")) {
            return List.of(RULE.blocker(
                    "server_id", "Source and target have the same server_id " + source.number("server_id") + ".", """
                    On the source, and in its configuration too:
                    SET GLOBAL server_id = <another number>;"""));
        }
        return List.of();
    }
}
