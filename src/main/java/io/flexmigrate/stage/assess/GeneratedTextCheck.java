package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mydumper.KnownDefects;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1068: this mydumper carries generated columns with a text in their expression. */
final class GeneratedTextCheck implements Check<SourceAndTools> {

    static final Rule RULE = Rule.absolute(
            "FM1068",
            "Generated columns with a text in their expression can be carried",
            "The load would make another column of it, with other values, or refuse every row with error 3144.",
            "https://dev.mysql.com/doc/refman/8.0/en/create-table-generated-columns.html");

    private static final String REMEDY = "Drop these columns for the time of the migration.";

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceAndTools seen) {
        ServerVersion server = seen.source().server().version();
        return seen.tools()
                .mydumper()
                .filter(tool -> KnownDefects.misreadsGeneratedText(tool, server))
                .map(tool -> new ColumnFindings(
                                RULE,
                                tool + " loads generated columns with a text in their expression as other columns: ",
                                REMEDY)
                        .of(seen.source().part(SpecialColumns.class).generatedTexts()))
                .orElse(List.of());
    }
}
