package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** FM1040, FM1041: the databases of the plan exist, and none is left out: replication brings every database. */
final class ScopeCheck implements Check<SourceInventory> {

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        List<Finding> findings = new ArrayList<>();
        for (String database : plan.scope().databases()) {
            if (!seen.databases().contains(database)) {
                findings.add(Finding.blocker(
                        "FM1040",
                        "scope.databases " + database,
                        "There is no database " + database + " on the source. It has: "
                                + String.join(", ", seen.databases()) + ".",
                        "Correct scope.databases in the plan."));
            }
        }
        if (seen.databases().isEmpty()) {
            findings.add(Finding.blocker(
                    "FM1040",
                    "source databases",
                    "The source has no databases that could move.",
                    "Check source.host."));
        }
        List<String> leftOut = seen.databases().stream()
                .filter(database -> !seen.scope().contains(database))
                .toList();
        if (!leftOut.isEmpty()) {
            findings.add(Finding.blocker(
                    "FM1041",
                    "scope.databases",
                    "Replication would bring " + String.join(", ", leftOut)
                            + " too, which the plan leaves out and the target would not have; filters are not set by this"
                            + " version.",
                    LeftOutDatabases.remedy(plan, leftOut)));
        }
        return findings;
    }
}
