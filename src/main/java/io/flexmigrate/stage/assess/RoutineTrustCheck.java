package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.SchemaObject.Kind;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1044: functions and triggers can be made on a target that writes a binlog (error 1419 otherwise). */
final class RoutineTrustCheck implements Check<BothServers> {

    static final Rule RULE = Rule.absolute(
            "FM1044",
            "Functions and triggers can be made on the target",
            "A server that writes a binlog and trusts nobody refuses to create functions and triggers with error 1419.",
            "https://dev.mysql.com/doc/refman/8.0/en/stored-programs-logging.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        boolean needed = seen.source().objects().stream()
                .anyMatch(object -> object.kind() == Kind.FUNCTION || object.kind() == Kind.TRIGGER);
        if (!needed || trusts(seen.target().server())) {
            return List.of();
        }
        return List.of(RULE.blocker(
                "target log_bin_trust_function_creators",
                "It is OFF, and the source has functions or triggers.",
                new AzureCommand(plan).set("log_bin_trust_function_creators", "ON")));
    }

    private static boolean trusts(ServerInventory target) {
        return target.variables().isOn("log_bin_trust_function_creators")
                || target.privileges().has("SUPER")
                || !target.variables().isOn("log_bin");
    }
}
