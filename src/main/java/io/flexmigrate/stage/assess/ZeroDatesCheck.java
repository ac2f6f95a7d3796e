package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.TableColumns.Column;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** FM1232: the target takes the dates of zero that tables have as defaults, as long as the source takes them. */
final class ZeroDatesCheck implements Check<BothServers> {

    static final Rule RULE = Rule.of(
            "FM1232",
            "The target takes the defaults of dates",
            "LOAD makes such tables under a lenient mode of its own. After the cut-over the target's sql_mode refuses to write"
                    + " such a date (error 1292) and to alter such a table (error 1067).",
            "https://dev.mysql.com/doc/refman/8.0/en/sql-mode.html#sqlmode_no_zero_date");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        Set<String> source = modes(seen.source().server().variables().text("sql_mode"));
        Set<String> target = modes(seen.target().server().variables().text("sql_mode"));
        return seen
                .source()
                .part(ColumnTraits.class)
                .byTable(column -> refuses(target, column) && !refuses(source, column))
                .entrySet()
                .stream()
                .map(entry -> finding(entry.getKey(), entry.getValue(), seen))
                .toList();
    }

    private static Set<String> modes(String text) {
        return Set.copyOf(List.of(text.split(",", -1)));
    }

    private static boolean refuses(Set<String> modes, Column column) {
        boolean strict = modes.contains("STRICT_TRANS_TABLES") || modes.contains("STRICT_ALL_TABLES");
        String fallback = column.fallback().orElse("");
        String mode = fallback.startsWith("0000-00-00") ? "NO_ZERO_DATE" : "NO_ZERO_IN_DATE";
        return strict && modes.contains(mode) && isDate(column) && fallback.contains("-00");
    }

    private static boolean isDate(Column column) {
        return Set.of("date", "datetime", "timestamp").contains(column.dataType());
    }

    private static Finding finding(TableName table, List<Column> columns, BothServers seen) {
        String defaults = columns.stream()
                .map(column -> column.name() + " " + column.fallback().orElse(""))
                .collect(Collectors.joining(", "));
        return RULE.warning(
                table.toString(),
                "These defaults are dates of zero: " + defaults
                        + ". The target's sql_mode refuses them, the source's does not.",
                "Give the target the sql_mode of the source, or change the defaults:\n"
                        + "az mysql flexible-server parameter set --resource-group <resource-group> --server-name <name>"
                        + " --name sql_mode --value \""
                        + seen.source().server().variables().text("sql_mode") + "\"");
    }
}
