package io.flexmigrate.stage.assess;

import io.flexmigrate.model.TableName;
import java.util.List;
import java.util.Map;

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
}
