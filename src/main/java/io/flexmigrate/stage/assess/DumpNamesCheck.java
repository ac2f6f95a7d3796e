package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.KnownDefects;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** FM1066: this mydumper and its loader can carry the names of all tables and columns. */
final class DumpNamesCheck implements Check<SourceAndTools> {

    static final Rule RULE = Rule.absolute(
            "FM1066",
            "The tools can carry the names of tables and columns",
            "The tool makes file names and statements of these names that it cannot read back: the table would be missing, or the dump would fail.",
            "https://github.com/mydumper/mydumper/issues");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceAndTools seen) {
        return seen.tools()
                .mydumper()
                .map(tool -> Stream.concat(tables(tool, seen.source()), columns(tool, seen.source()))
                        .toList())
                .orElse(List.of());
    }

    private static Stream<Finding> tables(ToolVersion tool, SourceInventory source) {
        return source.tables().stream()
                .map(TableSize::name)
                .filter(name -> KnownDefects.misreadsName(tool, name))
                .map(name -> RULE.blocker(
                        name.toString(),
                        tool + " and its loader cannot carry a table of this name.",
                        "Rename the table, or its database, for the time of the migration:\nRENAME TABLE "
                                + name.quoted() + " TO <new name>;"));
    }

    private static Stream<Finding> columns(ToolVersion tool, SourceInventory source) {
        Map<TableName, List<String>> tables = source.part(SpecialColumns.class).backticked().entrySet().stream()
                .filter(entry ->
                        entry.getValue().stream().anyMatch(column -> KnownDefects.cannotDumpColumn(tool, column)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new ColumnFindings(
                        RULE,
                        tool + " cannot dump columns with a backtick in their name: ",
                        "Rename them for the time of the migration.")
                .of(tables).stream();
    }
}
