package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.mysql.Account.Tls;
import io.flexmigrate.mysql.ConnectedClients.Connected;
import io.flexmigrate.mysql.ReplicationAccount;
import io.flexmigrate.mysql.WriteStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Accounts with something wrong everywhere. */
final class EveryAccountViolation {

    private EveryAccountViolation() {}

    /** Accounts that a flexible server does not take, or that a cut-over would surprise. */
    static List<Finding> all() {
        SourceSample source = new SourceSample();
        source.databases = List.of("crm", "rest", "shop");
        source.scope = source.databases;
        source.accounts = List.of(
                AccountSample.of("admin@%").on("shop", "INSERT").build(),
                AccountSample.of("cron@localhost").build(),
                AccountSample.of("backup@%").plugin("auth_socket").build(),
                AccountSample.of("old@%")
                        .plugin("mysql_native_password")
                        .locked()
                        .build(),
                AccountSample.of("app@%")
                        .global("FILE")
                        .on("shop", "INSERT")
                        .on("crm", "INSERT")
                        .actsFor("cron@localhost")
                        .tls(Tls.CERTIFICATE)
                        .withoutPassword()
                        .build(),
                AccountSample.of("@localhost").on("test", "INSERT").build(),
                AccountSample.of("repl@localhost")
                        .plugin("sha256_password")
                        .locked()
                        .build());
        source.sessions = List.of(new Connected("app", "10.0.0.7", 3, 3));
        source.with(
                new SeenWrites(List.of(new WriteStatements.Seen("shop", "UPDATE `crm` . `client` SET `name` = ?", 7))));
        source.replicationAccounts = List.of(new ReplicationAccount("repl", "%", "sha256_password", true, true));
        TargetSample target = new TargetSample()
                .with("require_secure_transport", "ON")
                .with(new TargetLoginPlugins(Set.of("caching_sha2_password")));
        target.missingAccounts = List.of(new AccountName("app", "%"));
        List<Finding> findings = new ArrayList<>(EveryViolation.findings(
                Inventories.planWith(EveryViolation.TWO_GROUPS), source, target, Inventories.tools(Long.MAX_VALUE)));
        source.accounts = List.of(AccountSample.of("other@%").build());
        target.accounts = Set.of(new AccountName("other", "%"));
        target.grantable = Set.of();
        findings.addAll(EveryViolation.findings(
                Inventories.planWith(EveryViolation.COPYING), source, target, Inventories.tools(Long.MAX_VALUE)));
        target.privileges = Set.of("SELECT");
        findings.addAll(EveryViolation.findings(
                Inventories.planWith(EveryViolation.COPYING), source, target, Inventories.tools(Long.MAX_VALUE)));
        return findings;
    }
}
