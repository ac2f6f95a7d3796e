package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1012: the source has a server_id. */
final class ServerIdCheck implements Check<SourceInventory> {

    static final Rule RULE = Rule.absolute(
            "FM1012",
            "The source has a server_id",
            "A server whose server_id is 0 refuses every replica.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-options.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        if (seen.server().variables().number("server_id") != 0) {
            return List.of();
        }
        return List.of(RULE.blocker("source server_id", "server_id is 0.", """
                Put it into the source's configuration too:
                SET GLOBAL server_id = <a number no other server has>;"""));
    }
}
