package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mydumper.KnownDefects;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1065: this mydumper dumps invisible columns. */
final class InvisibleColumnsCheck implements Check<SourceAndTools> {

    static final Rule RULE = Rule.absolute(
            "FM1065",
            "Invisible columns are dumped",
            "The tool would leave these columns out of the dump and end with exit code 0: their values would be lost.",
            "https://dev.mysql.com/doc/refman/8.0/en/invisible-columns.html");

    private static final String REMEDY = "Make them visible for the time of the migration.";

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceAndTools seen) {
        ServerVersion server = seen.source().server().version();
        return seen.tools()
                .mydumper()
                .filter(tool -> KnownDefects.losesInvisibleColumns(tool, server))
                .map(tool -> new ColumnFindings(RULE, tool + " silently leaves out invisible columns: ", REMEDY)
                        .of(seen.source().part(SpecialColumns.class).invisible()))
                .orElse(List.of());
    }
}
