package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mydumper.KnownDefects;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1064: this mydumper dumps columns whose default is an expression. */
final class GeneratedDefaultsCheck implements Check<SourceAndTools> {

    static final Rule RULE = Rule.absolute(
            "FM1064",
            "Columns with an expression as default are dumped",
            "The tool would leave these columns out of the dump and end with exit code 0: the load gives each row the default instead of its value.",
            "https://github.com/mydumper/mydumper/issues/221");

    private static final String REMEDY =
            "Use mydumper 0.10.3 or a later 0.10, or drop the default for the time of the migration.";

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceAndTools seen) {
        ServerVersion server = seen.source().server().version();
        return seen.tools()
                .mydumper()
                .filter(tool -> KnownDefects.losesGeneratedDefaults(tool, server))
                .map(tool -> new ColumnFindings(
                                RULE, tool + " silently leaves out columns whose default is an expression: ", REMEDY)
                        .of(seen.source().part(SpecialColumns.class).generatedDefaults()))
                .orElse(List.of());
    }
}
