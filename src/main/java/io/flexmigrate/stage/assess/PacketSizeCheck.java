package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.TableName;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Map;

/** FM1405: what the source takes in one statement, the target takes too; silent where no column could hold that much. */
final class PacketSizeCheck implements Check<BothServers> {

    private static final long MEBIBYTE = 1024 * 1024;
    private static final Rule RULE = Rule.of(
            "FM1405",
            "The target takes packets as large as the source does",
            "A row larger than the target's max_allowed_packet cannot be loaded, and the application's large statements end there with"
                    + " error 1153 after the cut-over.",
            "https://dev.mysql.com/doc/refman/8.0/en/packet-too-large.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        long source = seen.source().server().variables().number("max_allowed_packet");
        long target = seen.target().server().variables().number("max_allowed_packet");
        if (source <= target || target == 0) {
            return List.of();
        }
        Map<TableName, String> columns =
                seen.source().part(ColumnsOfHugeValues.class).columns();
        if (columns.isEmpty()) {
            return List.of();
        }
        return List.of(RULE.warning(
                "target max_allowed_packet",
                "It is " + size(target) + " there and " + size(source) + " on the source, and " + columns.size()
                        + " table(s) have columns for larger values: " + ShortList.of(names(columns)) + ".",
                "Give the target what the source has:\n"
                        + new AzureCommand(plan).set("max_allowed_packet", Long.toString(source))));
    }

    private static List<String> names(Map<TableName, String> columns) {
        return columns.entrySet().stream()
                .map(entry -> entry.getKey() + "." + entry.getValue())
                .toList();
    }

    private static String size(long bytes) {
        return bytes % MEBIBYTE == 0 ? bytes / MEBIBYTE + " MiB" : bytes + " bytes";
    }
}
