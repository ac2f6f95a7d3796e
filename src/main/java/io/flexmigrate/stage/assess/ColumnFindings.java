package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.TableName;
import java.util.List;
import java.util.Map;

/**
 * Findings of one rule about columns, one for each table.
 *
 * @param words what is seen of them, before their names
 */
record ColumnFindings(Rule rule, String words, String remedy) {

    /** Blocks every table that has such columns. */
    List<Finding> of(Map<TableName, List<String>> tables) {
        return tables.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> rule.blocker(
                        entry.getKey().toString(), words + String.join(", ", entry.getValue()) + ".", remedy))
                .toList();
    }
}
