package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** FM1040, FM1041: the databases of the plan exist, and none is left out: replication brings every database. */
final class ScopeCheck implements Check<SourceInventory> {

    static final Rule EXISTS = Rule.absolute(
            "FM1040",
            "The databases of the plan exist",
            "There is nothing to move where a name is wrong, and a database that was meant would stay behind.",
            "https://dev.mysql.com/doc/refman/8.0/en/show-databases.html");

    static final Rule COMPLETE = Rule.absolute(
            "FM1041",
            "The plan moves all databases of the source",
            "Replication brings the changes of every database, and stops at the first one whose database the target lacks; this version sets no filters.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(EXISTS, COMPLETE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        List<Finding> findings = new ArrayList<>();
        for (String database : plan.scope().databases()) {
            if (!seen.databases().contains(database)) {
                findings.add(EXISTS.blocker(
                        "scope.databases " + database,
                        "There is no database " + database + " on the source. It has: "
                                + String.join(", ", seen.databases()) + ".",
                        "Correct scope.databases in the plan."));
            }
        }
        if (seen.databases().isEmpty()) {
            findings.add(EXISTS.blocker(
                    "source databases", "The source has no databases that could move.", "Check source.host."));
        }
        findings.addAll(leftOut(plan, seen));
        return findings;
    }

    private static List<Finding> leftOut(Plan plan, SourceInventory seen) {
        List<String> leftOut = seen.databases().stream()
                .filter(database -> !seen.scope().contains(database))
                .toList();
        if (leftOut.isEmpty()) {
            return List.of();
        }
        return List.of(COMPLETE.blocker(
                "scope.databases",
                "Replication would bring " + String.join(", ", leftOut)
                        + " too, which the plan leaves out and the target would not have.",
                LeftOutDatabases.remedy(plan, leftOut)));
    }
}
