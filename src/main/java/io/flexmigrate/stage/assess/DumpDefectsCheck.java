package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.KnownDefects;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** FM1063 to FM1066: what this mydumper would leave out or spoil with exit code 0, by the name of the table. */
final class DumpDefectsCheck implements Check<SourceAndTools> {

    @Override
    public List<Finding> findings(Plan plan, SourceAndTools seen) {
        if (seen.tools().mydumper().isEmpty()) {
            return List.of();
        }
        ToolVersion tool = seen.tools().mydumper().get();
        ServerVersion server = seen.source().server().version();
        List<Finding> findings = new ArrayList<>();
        if (KnownDefects.writesNoCoordinates(tool, server)) {
            findings.add(Finding.blocker(
                    "FM1063",
                    tool.toString(),
                    "It writes no binlog coordinates for a source of version " + server + ".",
                    "Use a newer mydumper."));
        }
        if (KnownDefects.losesGeneratedDefaults(tool, server)) {
            findings.addAll(columns(
                    "FM1064",
                    seen.source().generatedDefaults(),
                    tool + " silently leaves out columns whose default is an expression: "));
        }
        if (KnownDefects.losesInvisibleColumns(tool, server)) {
            findings.addAll(columns(
                    "FM1065", seen.source().invisibleColumns(), tool + " silently leaves out invisible columns: "));
        }
        seen.source().tables().stream()
                .map(TableSize::name)
                .filter(name -> KnownDefects.misreadsName(tool, name))
                .forEach(name -> findings.add(Finding.blocker(
                        "FM1066",
                        name.toString(),
                        "The loader of " + tool.number()
                                + " cannot load a table of this name: its file names are ambiguous.",
                        "Rename the table for the time of the migration.")));
        return findings;
    }

    private static List<Finding> columns(String code, Map<TableName, List<String>> tables, String words) {
        return tables.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Finding.blocker(
                        code,
                        entry.getKey().toString(),
                        words + String.join(", ", entry.getValue()) + ". Their values would be lost.",
                        "Use mydumper 0.10.3 or newer, or drop the default for the time of the migration."))
                .toList();
    }
}
