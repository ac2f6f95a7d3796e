package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1018: no XA transaction is prepared. */
final class PreparedXaCheck implements Check<SourceInventory> {

    static final Rule RULE = Rule.absolute(
            "FM1018",
            "No XA transaction is prepared",
            "A snapshot does not hold a prepared XA transaction, and a fence does not stop its commit: it would be lost.",
            "https://dev.mysql.com/doc/refman/8.0/en/xa-states.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        int prepared = seen.part(PreparedXa.class).transactions();
        if (prepared == 0) {
            return List.of();
        }
        return List.of(RULE.blocker(
                "source XA transactions", prepared + " XA transaction(s) are prepared on the source.", """
                        XA RECOVER; names them. Commit or roll back each one:
                        XA RECOVER;
                        XA COMMIT '<xid>';"""));
    }
}
