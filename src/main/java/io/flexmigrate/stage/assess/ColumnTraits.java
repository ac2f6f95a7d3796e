package io.flexmigrate.stage.assess;

import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mysql.TableColumns;
import io.flexmigrate.mysql.TableColumns.Column;
import io.flexmigrate.planning.ReservedWords;
import io.flexmigrate.stage.assess.PartReader.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Columns of the databases that move which a migration must know something about.
 *
 * @param columns of base tables; ordinary ones are not there
 * @param keys columns that could be the primary key of a table that has none
 */
record ColumnTraits(List<Column> columns, List<Column> keys) implements Part {

    /** Names in one statement; tables beyond them get no advice about their key. */
    private static final int MOST_TABLES = 1_000;

    ColumnTraits {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }

    static ColumnTraits read(Context context) {
        List<String> scope = context.parts().get(SourceDatabases.class).scope();
        List<TableSize> tables = context.parts().get(SourceTables.class).tables();
        Set<TableName> names = tables.stream().map(TableSize::name).collect(Collectors.toSet());
        Set<TableName> keyless = tables.stream()
                .filter(table -> !table.hasPrimaryKey())
                .limit(MOST_TABLES)
                .map(TableSize::name)
                .collect(Collectors.toSet());
        TableColumns columns = new TableColumns(context.session());
        List<Column> keys = keyless.isEmpty()
                ? List.of()
                : columns.keys(scope, keyless.stream().map(TableName::table).collect(Collectors.toSet()));
        return new ColumnTraits(
                columns.interesting(scope, ReservedWords.all()).stream()
                        .filter(column -> names.contains(column.table()))
                        .toList(),
                keys.stream().filter(key -> keyless.contains(key.table())).toList());
    }

    /** Columns by table, in the order of their names. */
    Map<TableName, List<Column>> byTable(Predicate<Column> wanted) {
        return columns.stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(Column::table, TreeMap::new, Collectors.toList()));
    }

    /** Columns of the key that this table could have, in their order; empty when it has none. */
    List<String> keyOf(TableName table) {
        return keys.stream()
                .filter(key -> key.table().equals(table))
                .map(Column::name)
                .toList();
    }
}
