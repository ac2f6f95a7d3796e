package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.ServerVersion;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The accounts and roles of a server.
 *
 * @param byName all of them
 * @param mandatoryRoles roles that every account has
 * @param matching how the server reads the names of databases in its grants
 */
public record Accounts(
        Map<AccountName, Account> byName, List<AccountName> mandatoryRoles, DatabasePattern.Matching matching) {

    private static final Comparator<Account> BY_NAME = Comparator.comparing(
                    (Account account) -> account.name().user())
            .thenComparing(account -> account.name().host());

    public Accounts {
        byName = Map.copyOf(byName);
        mandatoryRoles = List.copyOf(mandatoryRoles);
    }

    /** These accounts, without mandatory roles, on a server that reads grants in the usual way. */
    public static Accounts of(List<Account> accounts) {
        Map<AccountName, Account> byName =
                accounts.stream().collect(Collectors.toMap(Account::name, Function.identity()));
        return new Accounts(byName, List.of(), new DatabasePattern.Matching(true, false));
    }

    /**
     * Reads all of them with nine statements at most; needs SELECT on the schema {@code mysql}.
     *
     * @throws MySqlException when the server refuses or is gone
     */
    public static Accounts read(Session session, ServerVersion version) {
        return new AccountsReading(session, version).read();
    }

    /** In alphabetical order. */
    public List<Account> all() {
        return byName.values().stream().sorted(BY_NAME).toList();
    }

    public Optional<Account> find(AccountName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Whether it is there to be granted, not to log in: {@code CREATE ROLE} made it, or it is granted and cannot log in. */
    public boolean isRole(Account account) {
        return account.login().isOfARole()
                || (account.login().locked() && grantedRoles().contains(account.name()));
    }

    private Set<AccountName> grantedRoles() {
        Set<AccountName> granted = new LinkedHashSet<>(mandatoryRoles);
        byName.values().forEach(account -> granted.addAll(account.roles()));
        return granted;
    }

    /** All roles an account may take on, by whatever way, without itself. */
    public Set<AccountName> rolesOf(Account account) {
        Set<AccountName> found = new LinkedHashSet<>();
        Deque<AccountName> open = new ArrayDeque<>(account.roles());
        open.addAll(mandatoryRoles);
        while (!open.isEmpty()) {
            AccountName role = open.remove();
            if (!role.equals(account.name()) && found.add(role)) {
                find(role).ifPresent(known -> open.addAll(known.roles()));
            }
        }
        return found;
    }

    /**
     * The account by which a client came in, when it can be told: the server takes the most specific host that fits:
     * refman/8.0/en/connection-access.html.
     *
     * @param host name or address the client comes from
     */
    public Optional<Account> ofClient(String user, String host) {
        List<Account> named = byName.values().stream()
                .filter(account -> account.name().user().equals(user))
                .toList();
        return named.stream()
                .filter(account -> pattern(account).matches(host))
                .max(Comparator.comparing(account -> pattern(account)));
    }

    private static HostPattern pattern(Account account) {
        return new HostPattern(account.name().host());
    }
}
