package io.flexmigrate.stage.assess;

import static java.util.stream.Collectors.joining;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.Gap;
import io.flexmigrate.mydumper.GapTables;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.plan.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** FM1064 to FM1066, FM1069 and FM1071: which tables this program dumps itself, because this mydumper would spoil them. */
final class GapsCheck implements Check<SourceAndTools> {

    /** As many tables as a person reads. */
    private static final int NAMED = 10;

    private static final String WHY =
            "The tool would spoil them with exit code 0, so this program writes their rows itself, out of the same snapshot:"
                    + " that is safe, and slower for big tables.";

    private static final Rule NAMES = Rule.of(
            "FM1066",
            "mydumper carries the names of all tables and columns",
            WHY,
            "https://github.com/mydumper/mydumper/issues");
    private static final Rule EXPRESSIONS = Rule.of(
            "FM1064",
            "mydumper carries columns with expressions",
            WHY,
            "https://github.com/mydumper/mydumper/issues/221");
    private static final Rule INVISIBLE = Rule.of(
            "FM1065",
            "mydumper dumps invisible columns",
            WHY,
            "https://dev.mysql.com/doc/refman/8.0/en/invisible-columns.html");
    private static final Rule FLOATS = Rule.of(
            "FM1069",
            "mydumper dumps FLOAT with all its digits",
            WHY,
            "https://dev.mysql.com/doc/refman/8.0/en/problems-with-float.html");
    private static final Rule ENUMS = Rule.of(
            "FM1071",
            "mydumper tells the values of every ENUM apart",
            WHY,
            "https://dev.mysql.com/doc/refman/8.0/en/enum.html");

    @Override
    public List<Rule> rules() {
        return Arrays.stream(Gap.values()).map(GapsCheck::rule).distinct().toList();
    }

    private static Rule rule(Gap gap) {
        return switch (gap) {
            case NAME, BACKTICK -> NAMES;
            case GENERATED_DEFAULT, GENERATED_TEXT -> EXPRESSIONS;
            case INVISIBLE_COLUMN -> INVISIBLE;
            case FLOAT -> FLOATS;
            case EMPTY_MEMBER -> ENUMS;
        };
    }

    @Override
    public List<Finding> findings(Plan plan, SourceAndTools seen) {
        return seen.tools()
                .mydumper()
                .map(tool -> findings(tool, seen.source()))
                .orElse(List.of());
    }

    private static List<Finding> findings(ToolVersion tool, SourceInventory source) {
        List<TableName> tables = source.tables().stream().map(TableSize::name).toList();
        Map<Gap, List<TableName>> gaps = GapTables.byReason(
                tool,
                source.server().version(),
                tables,
                source.part(SpoiltColumns.class).columns());
        return gaps.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Finding finding(Gap gap, List<TableName> tables) {
        String named = tables.stream().limit(NAMED).map(TableName::toString).collect(joining(", "));
        String more = tables.size() > NAMED ? " and " + (tables.size() - NAMED) + " more" : "";
        return rule(gap)
                .info(
                        tables.size() + " table" + (tables.size() == 1 ? "" : "s"),
                        "This program dumps " + named + more + " itself: " + gap.reason() + ".",
                        "");
    }
}
