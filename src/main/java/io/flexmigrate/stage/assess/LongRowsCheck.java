package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1214: rows fit into the packets that the target takes, as far as their average length tells. */
final class LongRowsCheck implements Check<BothServers> {

    static final Rule RULE = Rule.of(
            "FM1214",
            "Rows fit into max_allowed_packet of the target",
            "The loader sends each row in a statement, where bytes may be written twice as long. A statement that is longer than"
                    + " max_allowed_packet ends the connection (error 1153), and LOAD fails.",
            "https://dev.mysql.com/doc/refman/8.0/en/packet-too-large.html");

    /** An escaped byte takes two. */
    private static final int LONGEST_BYTE = 2;

    private static final long LARGEST = 1L << 30;

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        long packet = seen.target().server().variables().number("max_allowed_packet");
        return seen.source().tables().stream()
                .filter(table -> packet > 0 && average(table) * LONGEST_BYTE > packet)
                .map(table -> RULE.warning(
                        table.name().toString(),
                        "Its rows are " + average(table) + " bytes long on average, and the target takes " + packet
                                + " bytes at once.",
                        "Raise it on the target for the load:\naz mysql flexible-server parameter set --resource-group"
                                + " <resource-group> --server-name <name> --name max_allowed_packet --value "
                                + LARGEST))
                .toList();
    }

    private static long average(TableSize table) {
        return table.estimatedRows() <= 0 ? 0 : table.dataBytes() / table.estimatedRows();
    }
}
