package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.mysql.Accounts;
import io.flexmigrate.mysql.ConnectedClients.Connected;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who is connected to the source now. */
record SourceSessions(List<Connected> clients) {

    SourceSessions {
        clients = List.copyOf(clients);
    }

    /** The clients of each account; a client whose account cannot be told is left out. */
    Map<AccountName, List<Connected>> byAccount(Accounts accounts) {
        return clients.stream()
                .filter(client -> accountOf(client, accounts).isPresent())
                .collect(Collectors.groupingBy(
                        client -> accountOf(client, accounts).orElseThrow()));
    }

    private static Optional<AccountName> accountOf(Connected client, Accounts accounts) {
        return accounts.ofClient(client.user(), client.host()).map(Account::name);
    }

    /** Says who they are, such as {@code connected now from 10.0.0.7 (3 sessions)}; empty when there are none. */
    static String phrase(List<Connected> clients) {
        if (clients.isEmpty()) {
            return "";
        }
        int count = clients.stream().mapToInt(Connected::count).sum();
        TreeSet<String> hosts = clients.stream().map(Connected::host).collect(Collectors.toCollection(TreeSet::new));
        return "connected now from " + Listing.of(List.copyOf(hosts)) + " (" + count
                + (count == 1 ? " session)" : " sessions)");
    }
}
