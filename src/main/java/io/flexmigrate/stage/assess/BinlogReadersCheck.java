package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1106: nobody else lives on the source's binlog. */
final class BinlogReadersCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1106",
            "No other replica lives on the source",
            "Replicas and change streams of the source fall silent at the cut-over: they do not follow the writes to the"
                    + " target by themselves.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-out-replication");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        return seen.part(BinlogReaders.class).sessions().stream()
                .map(
                        client -> RULE.warning(
                                "source replica " + client.host(),
                                client.user() + "@" + client.host() + " has been reading its binlog for "
                                        + client.since().toSeconds() + " s.",
                                "Plan where it reads after the cut-over: from the target (Data-out replication), or not at all."))
                .toList();
    }
}
