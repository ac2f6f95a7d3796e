package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mysql.TableColumns.Column;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** FM1043: tables have a primary key. */
final class PrimaryKeyCheck implements Check<SourceInventory> {

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
        return seen.tables().stream()
                .filter(table -> !table.hasPrimaryKey())
                .map(table -> RULE.warning(table.name().toString(), seen(table), remedy(table, seen)))
                .toList();
    }

    private static String seen(TableSize table) {
        return "It has no primary key, and about " + table.estimatedRows() + " rows in "
                + String.format(Locale.ROOT, "%.1f MiB", table.dataBytes() / (double) (1 << 20)) + ".";
    }

    private static String remedy(TableSize table, SourceInventory seen) {
        ColumnTraits columns = seen.part(ColumnTraits.class);
        String alter = "ALTER TABLE " + table.name().quoted();
        List<Column> counters = columns.byTable(Column::isCounter).getOrDefault(table.name(), List.of());
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
}
