package io.flexmigrate.stage.assess;

import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.UnusualColumns.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Columns of the databases that move which some tool cannot carry, by table.
 *
 * @param generatedDefaults those whose default is an expression: EXTRA says {@code DEFAULT_GENERATED}
 * @param invisible those that {@code SELECT *} does not show
 * @param generatedTexts generated ones with a text in their expression
 * @param backticked those with a backtick in their name
 * @param floats those of type FLOAT
 */
record SpecialColumns(
        Map<TableName, List<String>> generatedDefaults,
        Map<TableName, List<String>> invisible,
        Map<TableName, List<String>> generatedTexts,
        Map<TableName, List<String>> backticked,
        Map<TableName, List<String>> floats)
        implements Part {
    SpecialColumns {
        generatedDefaults = Map.copyOf(generatedDefaults);
        invisible = Map.copyOf(invisible);
        generatedTexts = Map.copyOf(generatedTexts);
        backticked = Map.copyOf(backticked);
        floats = Map.copyOf(floats);
    }

    /** Sorts columns of base tables by what is special about them. */
    static SpecialColumns of(List<Column> columns) {
        return new SpecialColumns(
                only(columns, column -> column.extra().contains("DEFAULT_GENERATED")),
                only(columns, column -> column.extra().contains("INVISIBLE")),
                only(columns, column -> column.expression().contains("'")),
                only(columns, column -> column.name().contains("`")),
                only(columns, column -> column.type().equalsIgnoreCase("float")));
    }

    private static Map<TableName, List<String>> only(List<Column> columns, Predicate<Column> wanted) {
        Map<TableName, List<String>> found = new TreeMap<>();
        columns.stream()
                .filter(wanted)
                .forEach(column -> found.computeIfAbsent(column.table(), table -> new ArrayList<>())
                        .add(column.name()));
        return found;
    }
}
