package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1046: the accounts of the groups are on the target: replication does not carry them. */
final class GroupAccountsCheck implements Check<TargetInventory> {

    static final Rule RULE = Rule.absolute(
            "FM1046",
            "The accounts of the group exist on the target",
            "Replication does not carry accounts: clients of one that is missing would be refused after the flip.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public boolean isOfCutOver() {
        return true;
    }

    @Override
    public List<Finding> findings(Plan plan, TargetInventory seen) {
        if (plan.accounts().copy()) {
            return List.of();
        }
        return seen.part(MissingAccounts.class).accounts().stream()
                .map(account -> RULE.blocker(
                        "target account " + account,
                        "The plan moves " + account + ", and the target has no such account.",
                        """
                        Create it on the target with the same password, and with the privileges that the source shows:
                        SHOW GRANTS FOR %1$s;
                        CREATE USER %1$s IDENTIFIED BY '<password>';""".formatted(account.quoted())))
                .toList();
    }
}
