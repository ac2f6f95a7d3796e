package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Accounts;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1311: the accounts of the groups are on the source. */
final class GroupAccountsOnSourceCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1311",
            "The accounts of the groups exist on the source",
            "An account that is not there has no clients to move, so its name is probably mistyped and the clients of the real"
                    + " one stay behind.",
            "https://dev.mysql.com/doc/refman/8.0/en/account-names.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public boolean isOfCutOver() {
        return true;
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        Accounts accounts = seen.part(SourceAccounts.class).accounts();
        return plan.cutover().groups().stream()
                .flatMap(group -> group.accounts().stream()
                        .filter(name -> accounts.find(name).isEmpty())
                        .map(name -> finding(group, name, accounts)))
                .toList();
    }

    private static Finding finding(Plan.Group group, AccountName name, Accounts accounts) {
        List<String> alike = accounts.all().stream()
                .map(account -> account.name())
                .filter(other -> other.user().equalsIgnoreCase(name.user()))
                .map(AccountName::toString)
                .toList();
        return RULE.warning(
                "source account " + name,
                "Group " + group.name() + " names it, and the source has no such account"
                        + (alike.isEmpty() ? "." : "; it has " + ShortList.of(alike) + "."),
                "Name the account as the source has it in cutover.groups; these are there:\n"
                        + "SELECT User, Host FROM mysql.user ORDER BY User, Host;");
    }
}
