package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.ServerVersion;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The definitions of all accounts and roles of a server.
 *
 * @param byName in alphabetical order
 * @param mandatoryRoles roles that every account has
 * @param partialRevokes whether the server knows partial revokes, and so takes database names in grants letter by letter
 */
public record AccountDefinitions(
        SortedMap<AccountName, AccountDefinition> byName, List<AccountName> mandatoryRoles, boolean partialRevokes) {

    public AccountDefinitions {
        SortedMap<AccountName, AccountDefinition> copy = new TreeMap<>(AccountDefinition.BY_NAME);
        copy.putAll(byName);
        byName = Collections.unmodifiableSortedMap(copy);
        mandatoryRoles = List.copyOf(mandatoryRoles);
    }

    /** These accounts on a server that reads grants in the usual way. */
    public static AccountDefinitions of(Collection<AccountDefinition> accounts) {
        SortedMap<AccountName, AccountDefinition> byName = new TreeMap<>(AccountDefinition.BY_NAME);
        accounts.forEach(account -> byName.put(account.name(), account));
        return new AccountDefinitions(byName, List.of(), false);
    }

    /**
     * Reads all of them with a dozen statements at most; needs SELECT on the schema {@code mysql}.
     *
     * @throws MySqlException when the server refuses or is gone
     */
    public static AccountDefinitions read(Session session, ServerVersion version) {
        return new AccountDefinitionsReading(session, version).read();
    }

    public Optional<AccountDefinition> find(AccountName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In alphabetical order. */
    public List<AccountDefinition> all() {
        return List.copyOf(byName.values());
    }
}
