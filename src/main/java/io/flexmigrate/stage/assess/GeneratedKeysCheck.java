package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1401: the target adds no column of its own to tables: azure concepts-data-in-replication, "generated invisible primary keys". */
final class GeneratedKeysCheck implements Check<BothServers> {

    static final String PARAMETER = "sql_generate_invisible_primary_key";

    private static final Rule RULE = Rule.of(
            "FM1401",
            "Tables get no invisible primary key on the target",
            "With the extra column my_row_id, the first ALTER TABLE on the source that adds a primary key stops replication with"
                    + " error 1068, one that adds an AUTO_INCREMENT column with 1075, and a load may end with 4109.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        if (!isNeeded(seen)) {
            return List.of();
        }
        List<String> tables = keyless(seen.source());
        return List.of(RULE.warning(
                "target " + PARAMETER,
                "It is ON, and " + tables.size() + " table(s) of the source have no primary key: "
                        + ShortList.of(tables) + ".",
                """
                        Add primary keys on the source before the migration, or switch it OFF on the target until after the cut-over:
                        """ + new AzureCommand(plan).set(PARAMETER, "OFF")));
    }

    /** Whether it is on and would touch a table that moves. */
    static boolean isNeeded(BothServers seen) {
        return seen.target().server().variables().isOn(PARAMETER)
                && !keyless(seen.source()).isEmpty();
    }

    private static List<String> keyless(SourceInventory source) {
        return source.tables().stream()
                .filter(table -> !table.hasPrimaryKey())
                .map(TableSize::name)
                .map(Object::toString)
                .toList();
    }
}
