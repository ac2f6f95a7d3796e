package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.mysql.Variables;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** FM1010 to FM1013: the source writes a binlog that a replica can live on. */
final class BinlogCheck implements Check<SourceInventory> {

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        Variables variables = seen.server().variables();
        List<Finding> findings = new ArrayList<>();
        if (!variables.isOn("log_bin") || !seen.part(BinlogState.class).written()) {
            findings.add(Finding.blocker(
                    "FM1010",
                    "source log_bin",
                    "The source writes no binlog, so there is nothing to replicate.",
                    "Add log-bin=mysql-bin and a server-id to [mysqld] on the source and restart it."));
        }
        if (!variables.text("binlog_format").equalsIgnoreCase("ROW")) {
            findings.add(Finding.blocker(
                    "FM1011",
                    "source binlog_format",
                    "binlog_format is " + variables.text("binlog_format")
                            + "; only ROW is certain to give the same data on the target.",
                    "SET GLOBAL binlog_format = 'ROW'; and let all clients reconnect before the migration."));
        }
        if (variables.number("server_id") == 0) {
            findings.add(Finding.blocker(
                    "FM1012",
                    "source server_id",
                    "server_id is 0: the source refuses every replica.",
                    "SET GLOBAL server_id = <a number no other server has>; and put it into my.cnf."));
        }
        if (!seen.part(BinlogState.class).filters().isEmpty()) {
            findings.add(Finding.blocker(
                    "FM1013",
                    "source binlog filters",
                    "The source writes only part of its databases to the binlog ("
                            + seen.part(BinlogState.class).filters() + "); changes in the others would be lost.",
                    "Remove binlog_do_db and binlog_ignore_db from the source's configuration and restart it."));
        }
        return findings;
    }
}
