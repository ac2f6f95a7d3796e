package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** FM1040: the databases of the plan exist. */
final class ScopeCheck implements Check<SourceInventory> {

    static final Rule EXISTS = Rule.absolute(
            "FM1040",
            "The databases of the plan exist",
            "There is nothing to move where a name is wrong, and a database that was meant would stay behind.",
            "https://dev.mysql.com/doc/refman/8.0/en/show-databases.html");

    @Override
    public List<Rule> rules() {
        return List.of(EXISTS);
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
        return findings;
    }
}
