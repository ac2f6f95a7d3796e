package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.ReplicationFilters;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.TargetKind;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** FM1041: the target's replication leaves out what the plan leaves out: replication brings every database. */
final class LeftOutDatabasesCheck implements Check<BothServers> {

    private static final Rule RULE = Rule.absolute(
            "FM1041",
            "Replication leaves out what the plan leaves out",
            "Replication brings the changes of every database, and stops at the first one whose database the target lacks. On a flexible server only its parameter replicate_wild_ignore_table can leave some out.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        if (plan.target().kind() == TargetKind.MYSQL) {
            return List.of(); // because LINK sets the filter itself
        }
        List<String> leftOut = leftOut(seen);
        if (leftOut.isEmpty()) {
            return List.of();
        }
        List<Pattern> ignored = ignored(seen);
        List<String> coming = leftOut.stream()
                .filter(database -> ignored.stream().noneMatch(pattern -> coversAll(pattern, database)))
                .toList();
        return coming.isEmpty()
                ? List.of()
                : List.of(RULE.blocker(
                        "scope.databases",
                        "Replication would bring " + String.join(", ", coming)
                                + " too, which the plan leaves out and the target would not have.",
                        LeftOutDatabases.remedy(plan, leftOut)));
    }

    private static List<String> leftOut(BothServers seen) {
        return seen.source().databases().stream()
                .filter(database -> !seen.source().scope().contains(database))
                .toList();
    }

    private static List<Pattern> ignored(BothServers seen) {
        Map<String, String> filters =
                seen.target().part(TargetFilters.class).set().orElse(Map.of());
        return WildPattern.list(filters.getOrDefault(ReplicationFilters.WILD_IGNORE_TABLE, "")).stream()
                .map(WildPattern::compiled)
                .toList();
    }

    /** Also a table that is created later, and statements on the database itself. */
    private static boolean coversAll(Pattern pattern, String database) {
        return pattern.matcher(database + ".").matches()
                && pattern.matcher(database + ".any table at all").matches();
    }
}
