package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Variables;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1402: the target takes writes. */
final class TargetWritableCheck implements Check<TargetInventory> {

    private static final Rule RULE = Rule.absolute(
            "FM1402",
            "The target takes writes",
            "A server that is read-only refuses the load with error 1290. A flexible server is so when it is the read replica of another,"
                    + " or when its disk is nearly full.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-read-replicas");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, TargetInventory seen) {
        Variables variables = seen.server().variables();
        if (!variables.isOn("read_only") && !variables.isOn("super_read_only")) {
            return List.of();
        }
        AzureCommand azure = new AzureCommand(plan);
        return List.of(RULE.blocker(
                "target read_only",
                "On the target read_only is " + variables.text("read_only") + " and super_read_only "
                        + variables.text("super_read_only") + ".",
                "Make it writable:\n" + azure.set("read_only", "OFF")
                        + "\nIf it is the read replica of another server, make it a server of its own:\n"
                        + azure.stopReplica()
                        + "\nIf its disk is nearly full, enlarge the storage."));
    }
}
