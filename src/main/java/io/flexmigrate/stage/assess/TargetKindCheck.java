package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Flavour;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.TargetKind;
import java.util.List;

/** FM1400: what the plan calls a flexible server is one: by its name for itself, or by its procedures. */
final class TargetKindCheck implements Check<TargetInventory> {

    private static final Rule RULE = Rule.of(
            "FM1400",
            "The target is what target.kind says",
            "Everything a run does to the target rests on the contract of a flexible server; another server would refuse it half-way.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, TargetInventory seen) {
        boolean recognised = seen.server().flavour() == Flavour.AZURE
                || !seen.part(TargetProcedures.class).parameters().isEmpty();
        if (plan.target().kind() != TargetKind.FLEXIBLE_SERVER || recognised) {
            return List.of();
        }
        return List.of(
                RULE.warning(
                        "target kind",
                        "The target says it is " + seen.server().flavour().label() + " "
                                + seen.server().versionText()
                                + ". It has neither the variables of Azure nor one of the procedures mysql.az_replication_*, so it does not"
                                + " look like a flexible server.",
                        "Check target.host and target.port: something else may answer there, such as a tunnel or a proxy that leads elsewhere."));
    }
}
