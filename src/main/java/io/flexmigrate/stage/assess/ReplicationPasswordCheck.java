package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Logins;
import java.util.List;

/** FM1025: the replication password fits: refman/8.0/en/change-master-to.html allows 32 characters. */
final class ReplicationPasswordCheck implements Check<Logins> {

    private static final int LONGEST = 32;

    @Override
    public List<Finding> findings(Plan plan, Logins seen) {
        if (seen.replication().value().length() <= LONGEST) {
            return List.of();
        }
        return List.of(Finding.blocker(
                "FM1025",
                "replication account " + plan.source().replication().user(),
                "Its password has more than " + LONGEST + " characters; replication takes no longer one.",
                "Give the account a shorter password."));
    }
}
