package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.AccountTerms.Encryption;
import io.flexmigrate.mysql.AccountTerms.Limits;
import io.flexmigrate.mysql.AccountTerms.PasswordRules;
import io.flexmigrate.mysql.AccountTerms.Proof;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Accounts to try things with. */
public final class AccountSamples {

    public static final PasswordRules USUAL = new PasswordRules(
            false, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), 0, 0);

    private AccountSamples() {}

    /** One that logs in by {@code mysql_native_password} and may nothing. */
    public static AccountDefinition account(String name) {
        return account(AccountName.parse(name), "mysql_native_password", Permissions.NONE);
    }

    public static AccountDefinition account(AccountName name, String plugin, Permissions permissions) {
        return new AccountDefinition(
                name, false, terms(plugin, "*HASH", USUAL, Optional.empty()), permissions, List.of(), List.of());
    }

    static AccountTerms terms(String plugin, String hash, PasswordRules rules, Optional<String> attribute) {
        return new AccountTerms(
                new Proof(plugin, new Secret(hash)),
                new Encryption("", "", "", ""),
                new Limits(0, 0, 0, 0),
                rules,
                attribute);
    }

    /** Privileges at one place. */
    public static Permissions at(GrantPlace place, String... names) {
        return new Permissions(
                new TreeMap<>(Map.of(place, Set.of(names))), new TreeMap<>(), new TreeMap<>(), Map.of(), Set.of());
    }

    /** A role, granted and active from the login on. */
    public static Permissions role(String role, boolean admin) {
        AccountName name = AccountName.parse(role);
        return new Permissions(
                new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new HashMap<>(Map.of(name, admin)), Set.of(name));
    }

    /** A dynamic privilege. */
    public static Permissions dynamic(String name, boolean grantable) {
        return new Permissions(
                new TreeMap<>(), new TreeMap<>(Map.of(name, grantable)), new TreeMap<>(), Map.of(), Set.of());
    }

    /** An exception to the privileges on the server. */
    public static Permissions revoked(String database, String name) {
        return new Permissions(
                new TreeMap<>(Map.of(GrantPlace.SERVER, Set.of(name))),
                new TreeMap<>(),
                new TreeMap<>(Map.of(database, Set.of(name))),
                Map.of(),
                Set.of());
    }

    public static GrantPlace database(String pattern) {
        return GrantPlace.database(pattern);
    }
}
