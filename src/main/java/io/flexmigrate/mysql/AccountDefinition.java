package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import java.util.Comparator;
import java.util.List;

/**
 * An account or a role with everything that makes it.
 *
 * @param locked whether it is kept from logging in
 * @param proxied accounts it may act for
 * @param secondFactors ways of proving itself beside the first: a second password, or other factors
 */
public record AccountDefinition(
        AccountName name,
        boolean locked,
        AccountTerms terms,
        Permissions permissions,
        List<AccountName> proxied,
        List<String> secondFactors) {

    /** In alphabetical order. */
    public static final Comparator<AccountName> BY_NAME =
            Comparator.comparing(AccountName::user).thenComparing(AccountName::host);

    public AccountDefinition {
        proxied = List.copyOf(proxied);
        secondFactors = List.copyOf(secondFactors);
    }

    /** The same with other permissions. */
    public AccountDefinition with(Permissions others) {
        return new AccountDefinition(name, locked, terms, others, proxied, secondFactors);
    }
}
