package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Set;

/** FM1302: every account logs in with one of the three kinds of password that can move. */
final class LoginPluginCheck implements Check<SourceInventory> {

    /** The plugins that Azure's own migration of logins takes. */
    static final Set<String> MOVABLE = Set.of("mysql_native_password", "caching_sha2_password", "sha256_password");

    private static final Rule RULE = Rule.of(
            "FM1302",
            "Accounts log in with passwords that a flexible server knows",
            "A flexible server takes mysql_native_password, caching_sha2_password and sha256_password; an account that logs in"
                    + " by a socket, LDAP, PAM or Kerberos cannot move as it is.",
            "https://learn.microsoft.com/azure/dms/concepts-migrate-azure-mysql-login-migration");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        return seen.part(SourceAccounts.class).forFlexibleServer(plan).stream()
                .filter(account -> !MOVABLE.contains(account.login().plugin()))
                .map(LoginPluginCheck::finding)
                .toList();
    }

    private static Finding finding(Account account) {
        String plugin = account.login().plugin();
        return RULE.warning(
                "source account " + account.name(),
                "It logs in by " + (plugin.isEmpty() ? "no plugin" : plugin) + ".",
                "Make it on the target with a password, and give that to its clients:\n"
                        + AccountStatements.of(account).all());
    }
}
