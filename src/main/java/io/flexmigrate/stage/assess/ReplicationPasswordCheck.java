package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Logins;
import java.util.List;

/** FM1025: the replication password is short enough. */
final class ReplicationPasswordCheck implements Check<Logins> {

    static final Rule RULE = Rule.absolute(
            "FM1025",
            "The replication password has at most 32 characters",
            "Replication takes no longer password: linking would fail.",
            "https://dev.mysql.com/doc/refman/8.0/en/change-master-to.html");

    private static final int LONGEST = 32;

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, Logins seen) {
        if (seen.replication().value().length() <= LONGEST) {
            return List.of();
        }
        String user = plan.source().replication().user();
        return List.of(RULE.blocker(
                "replication account " + user, "Its password has more than " + LONGEST + " characters.", """
                Give the account a shorter password, on the source and in what the plan names:
                ALTER USER %s IDENTIFIED BY '<shorter password>';""".formatted(
                                new AccountName(user, "%").quoted())));
    }
}
