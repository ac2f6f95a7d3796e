package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.VerifyMode;
import java.util.ArrayList;
import java.util.List;

/** FM1050: the plan asks only for what this version does; the rest is refused rather than left undone. */
final class FeaturesCheck implements Check<Plan> {

    static final Rule RULE = Rule.absolute(
            "FM1050",
            "The plan asks for what this version does",
            "What it does not do would be left undone without a word.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, Plan seen) {
        List<Finding> findings = new ArrayList<>();
        boolean moves = seen.purpose() == Plan.Purpose.MIGRATION;
        if (!seen.scope().excludeTables().isEmpty()) {
            findings.add(refused("scope.exclude_tables", "leaving tables out", "no exclude_tables"));
        }
        if (moves && seen.cutover().groups().isEmpty()) {
            findings.add(refused("cutover.groups", "a cut-over without a group", "one group with all databases"));
        }
        if (seen.verify().mode() == VerifyMode.NONE) {
            findings.add(refused("verify.mode", "a cut-over without verification", "mode: full"));
        }
        return findings;
    }

    private static Finding refused(String field, String what, String instead) {
        return RULE.blocker(
                field, "This version does not offer " + what + ".", "Write into the plan: " + instead + ".");
    }
}
