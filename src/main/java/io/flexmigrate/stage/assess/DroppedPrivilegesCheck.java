package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1304: no account loses a privilege because a flexible server does not have it to give. */
final class DroppedPrivilegesCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1304",
            "Accounts hold only privileges that a flexible server grants",
            "The administrator of a flexible server has no SUPER, FILE, SHUTDOWN or CREATE TABLESPACE and only five dynamic"
                    + " privileges, so nobody there can be given more; what a client does with them fails with error 1227.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-limitations");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        if (plan.target().kind() != Plan.TargetKind.FLEXIBLE_SERVER) {
            return List.of();
        }
        return seen.part(SourceAccounts.class).concerned(plan).stream()
                .filter(account -> !FlexiblePrivileges.lost(account).isEmpty())
                .map(account -> finding(plan, account))
                .toList();
    }

    private static Finding finding(Plan plan, Account account) {
        String subject = "source account " + account.name();
        String message = "On the target it loses " + String.join(", ", FlexiblePrivileges.lost(account)) + " on *.*.";
        String remedy = "See that its clients do without. What it can keep there:\n"
                + String.join("\n", AccountStatements.of(account).grants());
        return isInAGroup(plan, account.name())
                ? RULE.warning(subject, message, remedy)
                : RULE.info(subject, message, remedy);
    }

    private static boolean isInAGroup(Plan plan, AccountName name) {
        return plan.cutover().groups().stream()
                .anyMatch(group -> group.accounts().contains(name));
    }
}
