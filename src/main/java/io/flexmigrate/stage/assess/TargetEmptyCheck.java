package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** FM1032: the databases that move do not exist on the target, or are empty there. */
final class TargetEmptyCheck implements Check<BothServers> {

    static final Rule RULE = Rule.absolute(
            "FM1032",
            "The databases that move are empty on the target",
            "Nothing on a target is ever overwritten, and rows that are there already would make the two servers differ.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/how-to-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        Map<String, Long> onTarget = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        onTarget.putAll(seen.target().part(TargetDatabases.class).objects());
        return seen.source().scope().stream()
                .filter(database -> onTarget.getOrDefault(database, 0L) > 0)
                .map(database -> RULE.blocker(
                        "target database " + database,
                        "It holds " + onTarget.get(database) + " object(s) on the target already.",
                        "Drop it on the target if it is not needed there:\nDROP DATABASE " + Identifier.quoted(database)
                                + ";"))
                .toList();
    }
}
