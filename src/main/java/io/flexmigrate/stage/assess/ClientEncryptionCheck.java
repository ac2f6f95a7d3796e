package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1403: clients that connect to the source in the clear are told that the target refuses that. */
final class ClientEncryptionCheck implements Check<BothServers> {

    private static final Rule RULE = Rule.of(
            "FM1403",
            "Clients connect with TLS where the target demands it",
            "From the flip on, the target refuses every client that does not encrypt, with error 3159: the application would be down.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/security-tls");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        if (!seen.target().server().variables().isOn("require_secure_transport")) {
            return List.of();
        }
        List<String> users = seen.source().part(UsersWithoutTls.class).names();
        if (users.isEmpty()) {
            return List.of();
        }
        return List.of(RULE.warning(
                "target require_secure_transport",
                "It is ON, and clients of the source are connected without TLS right now: " + ShortList.of(users) + ".",
                "Let these clients connect with TLS before the cut-over (sslMode=REQUIRED or --ssl-mode=REQUIRED), or let the target"
                        + " take them as they are:\n"
                        + new AzureCommand(plan).set("require_secure_transport", "OFF")));
    }
}
