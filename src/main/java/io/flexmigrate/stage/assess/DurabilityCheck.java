package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Variables;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.stream.Stream;

/** FM1102: what the source has committed is in its binlog after a crash, and nothing else is. */
final class DurabilityCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1102",
            "The source's binlog outlives a crash",
            "After a crash of the source its tables and its binlog may differ by some transactions: the target then has"
                    + " rows that the source lost, or lacks rows that it has, and the migration must begin again.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-options-binary-log.html#sysvar_sync_binlog");

    private static final List<String> SETTINGS = List.of("sync_binlog", "innodb_flush_log_at_trx_commit");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        Variables variables = seen.server().variables();
        return SETTINGS.stream()
                .filter(variables::has)
                .filter(name -> variables.number(name) != 1)
                .flatMap(name -> Stream.of(RULE.warning(
                        "source " + name, "It is " + variables.text(name) + ".", "SET GLOBAL " + name + " = 1;")))
                .toList();
    }
}
