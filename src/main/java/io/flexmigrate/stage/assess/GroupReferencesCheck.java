package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.Reference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** FM1204, FM1205: databases that need each other cut over together. */
final class GroupReferencesCheck implements Check<SourceInventory> {

    static final Rule KEYS = Rule.of(
            "FM1204",
            "Foreign keys stay within one group",
            "Between the cut-overs of the two groups the table and its parent get their writes on different servers: rows are"
                    + " refused that should not be, or point to nothing.",
            "https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html");
    static final Rule OTHERS = Rule.of(
            "FM1205",
            "Views, routines, triggers and events stay within one group",
            "Between the cut-overs of the two groups one side of what they use is stale on either server, and what they write"
                    + " there is lost.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(KEYS, OTHERS);
    }

    @Override
    public boolean isOfCutOver() {
        return true;
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        return Uses.of(seen.part(SourceReferences.class).references()).stream()
                .flatMap(uses -> finding(plan, uses))
                .toList();
    }

    private static Stream<Finding> finding(Plan plan, Uses uses) {
        Optional<String> home = group(plan, uses.database());
        List<Reference> away = uses.where(reference -> home.isPresent()
                && group(plan, reference.toDatabase())
                        .filter(group -> !group.equals(home.get()))
                        .isPresent());
        if (away.isEmpty()) {
            return Stream.empty();
        }
        String other = group(plan, away.get(0).toDatabase()).orElse("");
        String seen =
                "It is in group " + home.orElse("") + " and names " + Uses.shown(away) + " in group " + other + ".";
        String remedy = "Put " + uses.database() + " and " + away.get(0).toDatabase()
                + " into one group of the plan (cutover.groups).";
        return Stream.of(
                uses.isOf(SourceReferences.FOREIGN_KEY)
                        ? KEYS.blocker(uses.label(), seen, remedy)
                        : OTHERS.blocker(uses.label(), seen, remedy));
    }

    private static Optional<String> group(Plan plan, String database) {
        return plan.cutover().groups().stream()
                .filter(group -> group.databases().contains(database))
                .map(Plan.Group::name)
                .findFirst();
    }
}
