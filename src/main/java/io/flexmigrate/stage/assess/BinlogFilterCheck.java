package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1013: the source writes all its databases to the binlog. */
final class BinlogFilterCheck implements Check<SourceInventory> {

    static final Rule RULE = Rule.of(
            "FM1013",
            "The source writes all databases to its binlog",
            "Changes in a database that the binlog leaves out never reach the target.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-options-binary-log.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        String filters = seen.part(BinlogState.class).filters();
        if (filters.isEmpty()) {
            return List.of();
        }
        return List.of(RULE.blocker(
                "source binlog filters",
                "The source writes only part of its databases to the binlog; its filters name " + filters + ".",
                "Remove binlog_do_db and binlog_ignore_db from the source's configuration and restart it."));
    }
}
