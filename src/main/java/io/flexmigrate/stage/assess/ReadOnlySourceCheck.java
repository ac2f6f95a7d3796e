package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Variables;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1105: the source takes writes, as a source that is to be cut over does. */
final class ReadOnlySourceCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1105",
            "The source takes writes",
            "A server that takes none is often a replica, or the old side of another migration; nothing would be left to cut"
                    + " over.",
            "https://dev.mysql.com/doc/refman/8.0/en/server-system-variables.html#sysvar_super_read_only");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        Variables variables = seen.server().variables();
        String name = variables.isOn("super_read_only") ? "super_read_only" : "read_only";
        if (!variables.isOn(name)) {
            return List.of();
        }
        return List.of(
                RULE.warning(
                        "source " + name,
                        "It is ON.",
                        "Check that source.host is the server your applications write to. If it is:\nSET GLOBAL read_only = OFF;"));
    }
}
