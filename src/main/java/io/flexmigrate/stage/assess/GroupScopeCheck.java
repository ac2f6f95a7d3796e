package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1051: the one group holds every database of the scope: its fence stops writes to the whole server. */
final class GroupScopeCheck implements Check<SourceInventory> {

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        return plan.cutover().groups().stream()
                .filter(group -> !group.databases().isEmpty())
                .filter(group -> !group.databases().containsAll(seen.scope()))
                .map(group -> Finding.blocker(
                        "FM1051",
                        "group " + group.name(),
                        "It holds " + String.join(", ", group.databases()) + " of " + String.join(", ", seen.scope())
                                + "; this version fences the whole server and cuts over all databases together.",
                        "List every database in the group, or none to mean all."))
                .toList();
    }
}
