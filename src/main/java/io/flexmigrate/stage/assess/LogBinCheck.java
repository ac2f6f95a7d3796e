package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1010: the source writes a binlog. */
final class LogBinCheck implements Check<SourceInventory> {

    static final Rule RULE = Rule.absolute(
            "FM1010",
            "The source writes a binlog",
            "Replication reads the changes since the snapshot from the binlog; without one there is nothing to replicate.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/how-to-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        boolean on = seen.server().variables().isOn("log_bin");
        if (on && seen.part(BinlogState.class).written()) {
            return List.of();
        }
        return List.of(RULE.blocker(
                "source log_bin",
                on ? "The source shows no binlog coordinates: it writes no binlog." : "The source writes no binlog.",
                """
                Add these lines to the section [mysqld] of the source's configuration, and restart it:
                log-bin=mysql-bin
                server-id=<a number no other server has>"""));
    }
}
