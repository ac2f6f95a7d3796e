package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mysql.TableColumns.Column;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** FM1200: the target can give each table without a primary key one of its own, where it insists on doing so. */
final class AutoIncrementWithoutKeyCheck implements Check<BothServers> {

    static final Rule RULE = Rule.of(
            "FM1200",
            "The target can make the tables that have no primary key",
            "A target with sql_generate_invisible_primary_key adds a column my_row_id to them. It refuses a table that has an"
                    + " AUTO_INCREMENT column already (error 4109), and one that is partitioned (error 1235): LOAD would fail.",
            "https://dev.mysql.com/doc/refman/8.0/en/create-table-gipks.html");

    private static final String PARAMETER = "az mysql flexible-server parameter set --resource-group <resource-group>"
            + " --server-name <name> --name sql_generate_invisible_primary_key --value OFF";

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        if (!seen.target().server().variables().isOn("sql_generate_invisible_primary_key")) {
            return List.of();
        }
        Map<TableName, List<Column>> counters =
                seen.source().part(ColumnTraits.class).byTable(Column::isCounter);
        Set<TableName> partitioned =
                Set.copyOf(seen.source().part(TableTraits.class).with("partitioned"));
        List<Finding> findings = new ArrayList<>();
        for (TableSize table : seen.source().tables()) {
            if (table.hasPrimaryKey()) {
                continue;
            }
            if (counters.containsKey(table.name())) {
                findings.add(counted(table.name(), counters.get(table.name())));
            }
            if (partitioned.contains(table.name())) {
                findings.add(partitioned(table.name()));
            }
        }
        return findings;
    }

    private static Finding counted(TableName table, List<Column> counters) {
        String columns =
                counters.stream().map(Column::name).map(Identifier::quoted).collect(Collectors.joining(", "));
        return RULE.blocker(
                table.toString(),
                "It has no primary key but an AUTO_INCREMENT column, " + columns
                        + ", and sql_generate_invisible_primary_key is ON on the target.",
                "Make the column the primary key, on the source:\nALTER TABLE " + table.quoted() + " ADD PRIMARY KEY ("
                        + columns + ");\nor let the target be without keys of its own:\n" + PARAMETER);
    }

    private static Finding partitioned(TableName table) {
        return RULE.blocker(
                table.toString(),
                "It is partitioned and has no primary key, and sql_generate_invisible_primary_key is ON on the target.",
                "Give it a primary key that holds the columns it is partitioned by, or let the target be without keys of its"
                        + " own:\n" + PARAMETER);
    }
}
