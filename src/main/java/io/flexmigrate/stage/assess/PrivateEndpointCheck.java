package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Locale;

/** FM1423: the target can leave its network: azure concepts-data-in-replication, "private endpoint". */
final class PrivateEndpointCheck implements Check<Addresses> {

    private static final Rule RULE = Rule.of(
            "FM1423",
            "The target is not reached by a private endpoint only",
            "A flexible server that has a private endpoint and no public access has no way out to the source; Data-in replication is not"
                    + " supported there.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, Addresses seen) {
        String host = plan.target().endpoint().host().toLowerCase(Locale.ROOT);
        boolean isPrivate = !seen.target().isEmpty() && Reach.of(seen.target()) == Reach.PRIVATE;
        if (!isPrivate || !host.contains(".privatelink.")) {
            return List.of();
        }
        return List.of(
                RULE.warning(
                        "target.host",
                        host + " is the name of a private endpoint (" + Addresses.label(seen.target()) + ").",
                        "See that the server has public access too:\n" + new AzureCommand(plan).network()
                                + "\nIf it has not, allow it until after the cut-over, or create the target with VNet integration."));
    }
}
