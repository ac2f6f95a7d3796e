package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** FM1032: the databases that move do not exist on the target, or are empty there. */
final class TargetEmptyCheck implements Check<BothServers> {

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        Map<String, Long> onTarget = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        onTarget.putAll(seen.target().part(TargetDatabases.class).objects());
        return seen.source().scope().stream()
                .filter(database -> onTarget.getOrDefault(database, 0L) > 0)
                .map(database -> Finding.blocker(
                        "FM1032",
                        "target database " + database,
                        "It holds " + onTarget.get(database)
                                + " object(s) on the target already; nothing there is overwritten.",
                        "Drop it on the target if it is not needed: DROP DATABASE `" + database + "`;"))
                .toList();
    }
}
