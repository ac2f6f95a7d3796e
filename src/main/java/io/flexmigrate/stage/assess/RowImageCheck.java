package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1101: the source writes whole rows to its binlog. */
final class RowImageCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1101",
            "The source's binlog holds whole rows",
            "With another row image an update that meets a different row on the target overwrites part of it without an"
                    + " error, and what was lost cannot be read out of the binlog.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-options-binary-log.html#sysvar_binlog_row_image");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        String image = seen.server().variables().text("binlog_row_image");
        if (image.isEmpty() || image.equalsIgnoreCase("FULL")) {
            return List.of();
        }
        return List.of(RULE.warning("source binlog_row_image", "It is " + image + ".", """
                SET GLOBAL binlog_row_image = 'FULL';
                Then let all clients reconnect: a session keeps the value it began with."""));
    }
}
