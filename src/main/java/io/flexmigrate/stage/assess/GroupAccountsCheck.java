package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1046: the accounts of the groups are on the target: replication does not carry them. */
final class GroupAccountsCheck implements Check<TargetInventory> {

    @Override
    public List<Finding> findings(Plan plan, TargetInventory seen) {
        return seen.part(MissingAccounts.class).accounts().stream()
                .map(account -> Finding.blocker(
                        "FM1046",
                        "target account " + account,
                        "The plan moves " + account
                                + ", and the target has no such account; its clients would be refused after the flip.",
                        "Create it on the target with the same password and privileges."))
                .toList();
    }
}
