package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.TableColumns.Column;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** FM1230: JSON documents keep the numbers in them. */
final class JsonCheck implements Check<SourceInventory> {

    static final Rule RULE = Rule.of(
            "FM1230",
            "JSON documents keep their decimal numbers",
            "A dump writes documents as text, and a decimal such as 9.90 comes back from it as the floating-point number 9.9."
                    + " VERIFY sees the difference and stops the migration with exit code 5.",
            "https://dev.mysql.com/doc/refman/8.0/en/json.html");

    private static final int MOST_STATEMENTS = 10;

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        Map<String, List<Column>> byDatabase = seen.part(ColumnTraits.class).columns().stream()
                .filter(column -> column.dataType().equals("json"))
                .collect(Collectors.groupingBy(column -> column.table().database(), TreeMap::new, Collectors.toList()));
        return byDatabase.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Finding finding(String database, List<Column> columns) {
        List<String> names = columns.stream()
                .map(column -> column.table() + "." + column.name())
                .toList();
        return RULE.warning(
                "database " + database,
                "It has JSON columns: " + new Names(names).shown() + ".",
                "Look for decimals that end in 0 (matches in texts are harmless):\n"
                        + columns.stream()
                                .limit(MOST_STATEMENTS)
                                .map(JsonCheck::statement)
                                .collect(Collectors.joining("\n")));
    }

    private static String statement(Column column) {
        TableName table = column.table();
        return "SELECT COUNT(*) FROM " + table.quoted() + " WHERE CAST(" + Identifier.quoted(column.name())
                + " AS CHAR) REGEXP '[.][0-9]*0([^0-9]|$)';";
    }
}
