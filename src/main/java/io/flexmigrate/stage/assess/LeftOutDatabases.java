package io.flexmigrate.stage.assess;

import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.stream.Collectors;

/** Databases of the source that the plan leaves out. */
final class LeftOutDatabases {

    private LeftOutDatabases() {}

    /** What to do about them: move them too, or have the target's replication leave them out as well. */
    static String remedy(Plan plan, List<String> databases) {
        String patterns = databases.stream()
                .map(WildPattern::ofDatabase)
                .map(WildPattern::text)
                .collect(Collectors.joining(","));
        AzureCommand azure = new AzureCommand(plan);
        return """
                Use databases: all. To leave them out for good the target's filter must name them, which takes effect with a restart; \
                the source takes no writes in them from the cut-over on all the same:
                """
                + azure.set("replicate_wild_ignore_table", WildPattern.DEFAULTS + "," + patterns) + "\n"
                + azure.restart();
    }
}
