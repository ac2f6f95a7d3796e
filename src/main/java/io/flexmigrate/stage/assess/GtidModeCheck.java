package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1016: the gtid_mode of both sides fits. */
final class GtidModeCheck implements Check<BothServers> {

    static final Rule RULE = Rule.absolute(
            "FM1016",
            "The gtid_mode of both servers fits",
            "A receiver whose gtid_mode does not fit its source's stops with error 1593.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-mode-change-online-concepts.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        String ofSource = seen.source().server().variables().text("gtid_mode");
        String ofTarget = seen.target().server().variables().text("gtid_mode");
        boolean fits =
                ofSource.equals(ofTarget) || ofSource.endsWith("_PERMISSIVE") || ofTarget.endsWith("_PERMISSIVE");
        if (fits) {
            return List.of();
        }
        return List.of(RULE.blocker(
                "gtid_mode",
                "gtid_mode is " + ofSource + " on the source and " + ofTarget + " on the target.",
                ofTarget.equals("ON") ? onSource() : onTarget(plan)));
    }

    private static String onSource() {
        return """
                Bring the source to ON, one step at a time, and put both settings into its configuration:
                SET GLOBAL enforce_gtid_consistency = ON;
                SET GLOBAL gtid_mode = OFF_PERMISSIVE;
                SET GLOBAL gtid_mode = ON_PERMISSIVE;
                SET GLOBAL gtid_mode = ON;""";
    }

    /** One step at a time, and a flexible server cannot go back. */
    private static String onTarget(Plan plan) {
        return String.join(
                "\n",
                "Bring the target to ON, one step at a time; it cannot be switched off again:",
                new AzureCommand(plan).set("enforce_gtid_consistency", "ON"),
                new AzureCommand(plan).set("gtid_mode", "OFF_PERMISSIVE"),
                new AzureCommand(plan).set("gtid_mode", "ON_PERMISSIVE"),
                new AzureCommand(plan).set("gtid_mode", "ON"));
    }
}
