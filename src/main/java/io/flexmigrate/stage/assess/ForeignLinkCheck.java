package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.link.Channels;
import java.util.List;

/** FM1031: the target has no link of somebody else's. */
final class ForeignLinkCheck implements Check<TargetInventory> {

    static final Rule RULE = Rule.absolute(
            "FM1031",
            "The target replicates from no other server",
            "A flexible server has one link; the migration would have to break the one that is there.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/how-to-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, TargetInventory seen) {
        return seen.part(ReplicaState.class)
                .status()
                .filter(status -> !status.sourceHost().isEmpty())
                .map(status -> RULE.blocker(
                        "target link",
                        "The target already replicates from " + status.sourceHost() + ":" + status.sourcePort() + ".",
                        "If that link is no longer wanted, remove it:\n" + removal(plan, seen)))
                .map(List::of)
                .orElse(List.of());
    }

    private static String removal(Plan plan, TargetInventory seen) {
        return Channels.removal(plan, seen.server().dialect());
    }
}
