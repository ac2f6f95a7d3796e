package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mydumper.KnownDefects;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1067: no database of the source has a name that confuses this mydumper. */
final class DumpDatabasesCheck implements Check<SourceAndTools> {

    static final Rule RULE = Rule.absolute(
            "FM1067",
            "No name of a database confuses mydumper",
            "The tool reads the tables of all databases, and may leave out tables of others with exit code 0.",
            "https://github.com/mydumper/mydumper/issues");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceAndTools seen) {
        return seen.tools()
                .mydumper()
                .map(tool -> findings(tool, seen.source().databases()))
                .orElse(List.of());
    }

    private static List<Finding> findings(ToolVersion tool, List<String> databases) {
        return databases.stream()
                .filter(database -> KnownDefects.misreadsDatabase(tool, database))
                .map(database -> RULE.blocker(
                        "database " + database,
                        tool + " cannot read a server that has a database of this name, whether it moves or not.",
                        "Rename the database: create another, and move its tables one by one with RENAME TABLE."))
                .toList();
    }
}
