package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Set;

/** FM1406: statements mean the same on both servers. */
final class SqlModeCheck implements Check<BothServers> {

    private static final Rule RULE = Rule.of(
            "FM1406",
            "Both servers have the same sql_mode",
            "The application's statements are judged by it from the flip on: what was a warning becomes an error or the other way"
                    + " round, and zero dates or quotes mean something else.",
            "https://dev.mysql.com/doc/refman/8.0/en/sql-mode.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        ServerInventory target = seen.target().server();
        SqlModes ofTarget = SqlModes.of(target.variables().text("sql_mode"));
        SqlModes ofSource =
                SqlModes.of(seen.source().server().variables().text("sql_mode")).on(target.version());
        Set<String> onlyTarget = ofTarget.missingIn(ofSource);
        Set<String> onlySource = ofSource.missingIn(ofTarget);
        if (onlyTarget.isEmpty() && onlySource.isEmpty()) {
            return List.of();
        }
        return List.of(RULE.warning(
                "target sql_mode",
                "Only the target has " + orNothing(onlyTarget) + "; only the source has " + orNothing(onlySource) + ".",
                "Give the target the source's, unless the application sets its own or was tested with the target's:\n"
                        + new AzureCommand(plan).set("sql_mode", ofSource.text())));
    }

    private static String orNothing(Set<String> modes) {
        return modes.isEmpty() ? "nothing more" : String.join(", ", modes);
    }
}
