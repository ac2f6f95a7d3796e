package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mysql.TableColumns.Column;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** FM1043: tables have a primary key. */
final class PrimaryKeyCheck implements Check<SourceInventory> {

    private static final double MEBIBYTE = 1024 * 1024;

    static final Rule RULE = Rule.of(
            "FM1043",
            "Every table has a primary key",
            "Each replicated change of a row reads the whole table on the target where there is no key, so that it may never"
                    + " catch up. A flexible server of 8.0 or newer may also add a primary key of its own (my_row_id):"
                    + " a key or an AUTO_INCREMENT column that the source adds later then stops replication with 1068 or 1075.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        List<TableSize> keyless =
                seen.tables().stream().filter(table -> !table.hasPrimaryKey()).toList();
        if (keyless.isEmpty()) {
            return List.of();
        }
        ColumnTraits columns = seen.part(ColumnTraits.class);
        Map<TableName, List<Column>> counters = columns.byTable(Column::isCounter);
        return keyless.stream()
                .map(table -> RULE.warning(
                        table.name().toString(),
                        seen(table),
                        remedy(table, counters.getOrDefault(table.name(), List.of()), columns)))
                .toList();
    }

    private static String seen(TableSize table) {
        return "It has no primary key, and about " + table.estimatedRows() + " rows in " + size(table.dataBytes())
                + ".";
    }

    private static String remedy(TableSize table, List<Column> counters, ColumnTraits columns) {
        String alter = "ALTER TABLE " + table.name().quoted();
        if (!counters.isEmpty()) {
            return "Its AUTO_INCREMENT column can be the key, unless numbers repeat; on the source, before the migration:\n"
                    + alter + " ADD PRIMARY KEY ("
                    + Identifier.quoted(counters.get(0).name()) + ");";
        }
        List<String> key = columns.keyOf(table.name());
        if (key.isEmpty()) {
            return "Give it a key on the source before the migration:\n" + alter
                    + " ADD COLUMN `row_key` BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY;";
        }
        return "Its unique index without NULL can be the key; on the source, before the migration:\n" + alter
                + " ADD PRIMARY KEY ("
                + key.stream().map(Identifier::quoted).collect(Collectors.joining(", ")) + ");";
    }

    private static String size(long bytes) {
        return bytes < MEBIBYTE ? "less than 1 MiB" : String.format(Locale.ROOT, "%.1f MiB", bytes / MEBIBYTE);
    }
}
