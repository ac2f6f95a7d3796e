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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** FM1063 to FM1069: what this mydumper would leave out or spoil, often with exit code 0, by the name of the table. */
final class DumpDefectsCheck implements Check<SourceAndTools> {

    @Override
    public List<Finding> findings(Plan plan, SourceAndTools seen) {
        if (seen.tools().mydumper().isEmpty()) {
            return List.of();
        }
        ToolVersion tool = seen.tools().mydumper().get();
        List<Finding> findings = new ArrayList<>();
        findings.addAll(names(tool, seen.source()));
        findings.addAll(columns(tool, seen.source()));
        return findings;
    }

    private static List<Finding> names(ToolVersion tool, SourceInventory source) {
        List<Finding> findings = new ArrayList<>();
        source.databases().stream()
                .filter(database -> KnownDefects.misreadsDatabase(tool, database))
                .forEach(database -> findings.add(Finding.blocker(
                        "FM1067",
                        "database " + database,
                        tool
                                + " cannot read a server that has a database of this name: it may leave out tables of others.",
                        "Rename the database.")));
        source.tables().stream()
                .map(TableSize::name)
                .filter(name -> KnownDefects.misreadsName(tool, name))
                .forEach(name -> findings.add(Finding.blocker(
                        "FM1066",
                        name.toString(),
                        tool + " and its loader cannot carry a table of this name.",
                        "Rename the table for the time of the migration.")));
        return findings;
    }

    private static List<Finding> columns(ToolVersion tool, SourceInventory source) {
        ServerVersion server = source.server().version();
        List<Finding> findings = new ArrayList<>();
        if (KnownDefects.writesNoCoordinates(tool, server)) {
            findings.add(Finding.blocker(
                    "FM1063",
                    tool.toString(),
                    "It writes no binlog coordinates for a source of version " + server + ".",
                    "This version of migrate drives no mydumper that does; it can migrate sources before 8.4."));
        }
        if (KnownDefects.losesGeneratedDefaults(tool, server)) {
            findings.addAll(blockers(
                    "FM1064",
                    source.part(SpecialColumns.class).generatedDefaults(),
                    tool + " silently leaves out columns whose default is an expression: ",
                    "Use mydumper 0.10.3 or a later 0.10, or drop the default for the time of the migration."));
        }
        if (KnownDefects.losesInvisibleColumns(tool, server)) {
            findings.addAll(blockers(
                    "FM1065",
                    source.part(SpecialColumns.class).invisible(),
                    tool + " silently leaves out invisible columns: ",
                    "Make them visible for the time of the migration."));
        }
        if (KnownDefects.misreadsGeneratedText(tool, server)) {
            findings.addAll(blockers(
                    "FM1068",
                    source.part(SpecialColumns.class).generatedTexts(),
                    tool + " loads generated columns with a text in their expression as other columns: ",
                    "Drop these columns for the time of the migration."));
        }
        findings.addAll(blockers(
                "FM1066",
                only(
                        source.part(SpecialColumns.class).backticked(),
                        column -> KnownDefects.cannotDumpColumn(tool, column)),
                tool + " cannot dump columns with a backtick in their name: ",
                "Rename them for the time of the migration."));
        findings.addAll(floats(source.part(SpecialColumns.class).floats()));
        return findings;
    }

    private static List<Finding> floats(Map<TableName, List<String>> floats) {
        return floats.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Finding.warning(
                        "FM1069",
                        entry.getKey().toString(),
                        "Every mydumper writes FLOAT with six digits, and these columns are FLOAT: "
                                + String.join(", ", entry.getValue())
                                + ". VERIFY compares the exact values and stops the migration where one lost digits.",
                        "Change the columns to DOUBLE if VERIFY finds differences."))
                .toList();
    }

    private static Map<TableName, List<String>> only(Map<TableName, List<String>> tables, Predicate<String> wanted) {
        return tables.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(wanted))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Finding> blockers(
            String code, Map<TableName, List<String>> tables, String words, String remedy) {
        return tables.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Finding.blocker(
                        code, entry.getKey().toString(), words + String.join(", ", entry.getValue()) + ".", remedy))
                .toList();
    }
}
