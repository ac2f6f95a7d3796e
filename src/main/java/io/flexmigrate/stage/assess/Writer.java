package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.mysql.ConnectedClients.Connected;
import io.flexmigrate.plan.Plan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An account that may write to databases of the scope, and its clients.
 *
 * @param accesses one for each database it may write to, at least one
 * @param clients who is connected by it now
 */
record Writer(Account account, List<WriteAccess> accesses, List<Connected> clients) {

    Writer {
        accesses = List.copyOf(accesses);
        clients = List.copyOf(clients);
    }

    /** All but the server's own and those the plan excludes; one that is locked only while it has clients. */
    static List<Writer> of(Plan plan, SourceInventory seen, List<String> databases) {
        SourceAccounts accounts = seen.part(SourceAccounts.class);
        Map<AccountName, List<Connected>> clients = accounts.clients();
        Map<AccountName, List<WriteAccess>> accesses =
                WriteGrants.accesses(accounts.accounts(), accounts.concerned(plan), databases).stream()
                        .collect(Collectors.groupingBy(WriteAccess::account));
        return accounts.concerned(plan).stream()
                .filter(account -> accesses.containsKey(account.name()))
                .map(account -> new Writer(
                        account,
                        accesses.getOrDefault(account.name(), List.of()),
                        clients.getOrDefault(account.name(), List.of())))
                .filter(writer -> !writer.account().login().locked() || writer.isConnected())
                .toList();
    }

    AccountName name() {
        return account.name();
    }

    boolean isConnected() {
        return !clients.isEmpty();
    }

    /** Whether nothing but global privileges lets it write. */
    boolean onlyEverywhere() {
        return accesses.stream().allMatch(WriteAccess::onlyEverywhere);
    }

    /** Each grant by which it may write, such as {@code by grant on shop}, the most telling first. */
    List<String> phrases() {
        return List.copyOf(
                ways().stream().map(way -> way.phrase(name())).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The statements that take its right to write away; one on each line. */
    String revokes() {
        return ways().stream().map(way -> way.revoke(name())).distinct().collect(Collectors.joining("\n"));
    }

    private Set<WriteWay> ways() {
        return accesses.stream()
                .flatMap(access -> access.ways().stream())
                .sorted(WriteWay.MOST_TELLING_FIRST)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
