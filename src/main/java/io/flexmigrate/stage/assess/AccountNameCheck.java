package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1026: the account that this run is to make is not there already. */
final class AccountNameCheck implements Check<ReplicationAccounts> {

    static final Rule RULE = Rule.absolute(
            "FM1026",
            "The name of the account that we make is free",
            "With source.replication.create the run makes an account and drops it in the end; one that is there belongs to somebody,"
                    + " whatever its host, and would be changed.",
            "https://dev.mysql.com/doc/refman/8.0/en/create-user.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    /** @param seen those that this run did not make itself */
    @Override
    public List<Finding> findings(Plan plan, ReplicationAccounts seen) {
        if (!plan.source().replication().create() || seen.accounts().isEmpty()) {
            return List.of();
        }
        List<String> names = seen.accounts().stream()
                .map(account -> account.user() + "@" + account.host())
                .toList();
        return List.of(RULE.blocker(
                "replication account " + plan.source().replication().user(),
                "It is on the source already, and this run did not make it: " + String.join(", ", names) + ".",
                "Choose another source.replication.user, one that nobody has. Or, when this is the account to be used, leave out"
                        + " source.replication.create and name its password."));
    }
}
