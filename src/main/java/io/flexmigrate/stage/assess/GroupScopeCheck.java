package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1051: the groups hold every database of the scope between them. */
final class GroupScopeCheck implements Check<SourceInventory> {

    static final Rule RULE = Rule.absolute(
            "FM1051",
            "The groups hold every database that moves",
            "What no group holds would never be opened on the target, and the link to the source could never go.",
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
        List<Plan.Group> groups = plan.cutover().groups();
        List<String> left = seen.scope().stream()
                .filter(database -> groups.stream().noneMatch(group -> group.holds(database)))
                .toList();
        return left.isEmpty() || groups.isEmpty()
                ? List.of()
                : List.of(
                        RULE.blocker(
                                "plan cutover.groups",
                                "No group holds " + ShortList.of(left) + ".",
                                "List every database in a group, or leave it out of scope.databases; one group that lists none holds all."));
    }
}
