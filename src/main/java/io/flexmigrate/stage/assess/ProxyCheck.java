package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1307: no account acts for another one. */
final class ProxyCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1307",
            "No account is a proxy of another",
            "Proxy grants do not move to a flexible server: whoever logs in by one has no privileges there.",
            "https://learn.microsoft.com/azure/dms/concepts-migrate-azure-mysql-login-migration");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        if (plan.target().kind() != Plan.TargetKind.FLEXIBLE_SERVER) {
            return List.of();
        }
        SourceAccounts accounts = seen.part(SourceAccounts.class);
        return accounts.concerned(plan).stream()
                .filter(account -> !account.proxied().isEmpty())
                .map(account -> finding(account, accounts))
                .toList();
    }

    private static String words(AccountName name) {
        return name.user().isEmpty() ? "everybody" : name.toString();
    }

    private static Finding finding(Account account, SourceAccounts accounts) {
        List<AccountName> proxied = account.proxied();
        List<String> grants = proxied.stream()
                .flatMap(name -> accounts.accounts().find(name).stream())
                .flatMap(known -> new AccountStatements(known, account.name()).grants().stream())
                .toList();
        return RULE.info(
                "source account " + account.name(),
                "It may act for "
                        + Listing.of(proxied.stream().map(ProxyCheck::words).toList()) + ".",
                "Give it on the target what it needs of its own, such as:\n"
                        + (grants.isEmpty()
                                ? "GRANT <privileges> ON <database>.* TO "
                                        + account.name().quoted() + ";"
                                : String.join("\n", grants)));
    }
}
