package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1011: the binlog holds rows, not statements. */
final class BinlogFormatCheck implements Check<SourceInventory> {

    static final Rule RULE = Rule.of(
            "FM1011",
            "The binlog of the source holds rows",
            "A statement can have another effect on the target than it had on the source; only rows are certain to give the same data.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-formats.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        String format = seen.server().variables().text("binlog_format");
        if (format.equalsIgnoreCase("ROW")) {
            return List.of();
        }
        return List.of(RULE.blocker("source binlog_format", "binlog_format is " + format + ".", """
                SET GLOBAL binlog_format = 'ROW';
                Put it into the source's configuration too, and let all clients reconnect before the migration: a session keeps the format it began with."""));
    }
}
