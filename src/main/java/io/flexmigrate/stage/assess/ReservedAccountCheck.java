package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** FM1300: no account has a name that a flexible server keeps for itself. */
final class ReservedAccountCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1300",
            "Accounts have names that a flexible server allows",
            "A flexible server keeps some user names for itself, so an account of that name cannot move, and clients that log in"
                    + " with it are refused after the flip.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/security-how-to-create-users");

    private static final Set<String> RESERVED =
            Set.of("azure_superuser", "admin", "administrator", "root", "guest", "public");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        return seen.part(SourceAccounts.class).forFlexibleServer(plan).stream()
                .filter(account -> RESERVED.contains(account.name().user().toLowerCase(Locale.ROOT)))
                .map(ReservedAccountCheck::finding)
                .toList();
    }

    private static Finding finding(Account account) {
        String other = account.name().user() + "_app";
        return RULE.warning(
                "source account " + account.name(),
                "The user name " + account.name().user() + " is reserved on a flexible server.",
                "Give its clients an account of another name on both servers, or name it in accounts.exclude when nobody needs"
                        + " it on the target:\n"
                        + AccountStatements.ofUser(account, other).all());
    }
}
