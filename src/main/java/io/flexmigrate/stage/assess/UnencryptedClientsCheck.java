package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.mysql.ConnectedClients.Connected;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** FM1315: nobody who is connected now would be refused by the target for want of TLS. */
final class UnencryptedClientsCheck implements Check<BothServers> {

    private static final Rule RULE = Rule.of(
            "FM1315",
            "The clients of today encrypt their connections as the target demands",
            "With require_secure_transport=ON the target refuses a client that does not use TLS with error 3159. A client that"
                    + " prefers TLS and only lacks it today, since the source has none, is not refused.",
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
        List<String> clients = clients(plan, seen.source());
        if (clients.isEmpty()) {
            return List.of();
        }
        return List.of(RULE.warning(
                "clients without TLS",
                "The target has require_secure_transport=ON, and without TLS are connected to the source now: "
                        + Listing.of(clients) + ".",
                """
                Set ssl-mode=REQUIRED (or what the client's driver calls it) in the configuration of each, and try it on the \
                target before the cut-over. Only when that cannot be:
                az mysql flexible-server parameter set --resource-group <resource-group> --server-name <name> \
                --name require_secure_transport --value OFF"""));
    }

    private static List<String> clients(Plan plan, SourceInventory source) {
        SourceAccounts accounts = source.part(SourceAccounts.class);
        Set<AccountName> concerned =
                accounts.concerned(plan).stream().map(Account::name).collect(Collectors.toSet());
        List<String> clients = new ArrayList<>();
        accounts.clients().forEach((name, connected) -> {
            List<Connected> plain = connected.stream()
                    .filter(client -> client.unencrypted() > 0)
                    .toList();
            if (concerned.contains(name) && !plain.isEmpty()) {
                clients.add(name + " from " + hosts(plain));
            }
        });
        return clients.stream().sorted().toList();
    }

    private static String hosts(List<Connected> clients) {
        return Listing.of(
                clients.stream().map(Connected::host).distinct().sorted().toList());
    }
}
