package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.mysql.Account.Login;
import io.flexmigrate.mysql.Account.Tls;
import io.flexmigrate.mysql.ConnectedClients.Connected;
import io.flexmigrate.mysql.Grants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An account nobody has anything against; a test spoils what it is about. */
final class AccountSample {

    private final AccountName name;
    private final Set<String> global = new HashSet<>();
    private final Set<String> dynamic = new HashSet<>();
    private final Map<String, Set<String>> databases = new HashMap<>();
    private final Map<String, Set<String>> revoked = new HashMap<>();
    private final Map<TableName, Set<String>> tables = new HashMap<>();
    private final List<AccountName> roles = new ArrayList<>();
    private final List<AccountName> proxied = new ArrayList<>();
    private String plugin = "caching_sha2_password";
    private Tls tls = Tls.NONE;
    private boolean hasSecret = true;
    private boolean locked;
    private boolean expired;

    private AccountSample(AccountName name) {
        this.name = name;
    }

    /** An account with this name, such as {@code shop_app@%}. */
    static AccountSample of(String name) {
        return new AccountSample(AccountName.parse(name));
    }

    /** A role as CREATE ROLE makes it. */
    static AccountSample role(String name) {
        return of(name).locked().expired().withoutPassword();
    }

    /** Sessions of a user from one place, all of them with TLS. */
    static Connected sessions(String user, String host, int count) {
        return new Connected(user, host, count, 0);
    }

    AccountSample global(String... privileges) {
        global.addAll(List.of(privileges));
        return this;
    }

    AccountSample dynamic(String... privileges) {
        dynamic.addAll(List.of(privileges));
        return this;
    }

    AccountSample on(String pattern, String... privileges) {
        databases.put(pattern, Set.of(privileges));
        return this;
    }

    AccountSample revoked(String database, String... privileges) {
        revoked.put(database, Set.of(privileges));
        return this;
    }

    AccountSample onTable(String database, String table, String... privileges) {
        tables.put(new TableName(database, table), Set.of(privileges));
        return this;
    }

    AccountSample has(String role) {
        roles.add(AccountName.parse(role));
        return this;
    }

    AccountSample actsFor(String other) {
        proxied.add(AccountName.parse(other));
        return this;
    }

    AccountSample plugin(String value) {
        plugin = value;
        return this;
    }

    AccountSample tls(Tls value) {
        tls = value;
        return this;
    }

    AccountSample withoutPassword() {
        hasSecret = false;
        return this;
    }

    AccountSample locked() {
        locked = true;
        return this;
    }

    AccountSample expired() {
        expired = true;
        return this;
    }

    Account build() {
        return new Account(
                name,
                new Login(plugin, tls, hasSecret, locked, expired),
                new Grants(global, dynamic, databases, revoked, tables),
                roles,
                proxied);
    }
}
