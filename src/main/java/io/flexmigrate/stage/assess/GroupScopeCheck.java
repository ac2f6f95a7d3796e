package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1051: the one group holds every database of the scope: its fence stops writes to the whole server. */
final class GroupScopeCheck implements Check<SourceInventory> {

    static final Rule RULE = Rule.absolute(
            "FM1051",
            "The group holds every database that moves",
            "This version fences the whole server and cuts over all databases together; one that no group holds would never be opened.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public boolean isOfCutOver() {
        return true;
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        return plan.cutover().groups().stream()
                .filter(group -> !group.databases().isEmpty())
                .filter(group -> !group.databases().containsAll(seen.scope()))
                .map(group -> RULE.blocker(
                        "group " + group.name(),
                        "It holds " + String.join(", ", group.databases()) + " of " + String.join(", ", seen.scope())
                                + ".",
                        "List every database in the group, or none to mean all."))
                .toList();
    }
}
