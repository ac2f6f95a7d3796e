package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.mysql.Privileges;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1022: our account on the target may load: the documented grants of a flexible server's administrator suffice. */
final class TargetPrivilegesCheck implements Check<TargetInventory> {

    private static final List<String> NEEDED = List.of(
            "SELECT",
            "INSERT",
            "UPDATE",
            "DELETE",
            "CREATE",
            "DROP",
            "ALTER",
            "INDEX",
            "REFERENCES",
            "CREATE VIEW",
            "SHOW VIEW",
            "CREATE ROUTINE",
            "ALTER ROUTINE",
            "EXECUTE",
            "EVENT",
            "TRIGGER",
            "PROCESS",
            "REPLICATION CLIENT");

    @Override
    public List<Finding> findings(Plan plan, TargetInventory seen) {
        Privileges privileges = seen.server().privileges();
        List<String> missing =
                NEEDED.stream().filter(name -> !privileges.has(name)).toList();
        if (missing.isEmpty()) {
            return List.of();
        }
        String names = String.join(", ", missing);
        return List.of(Finding.blocker(
                "FM1022",
                "target account " + plan.target().endpoint().user(),
                "Our account on the target lacks " + names + " on *.*.",
                "Use the server's administrator, or GRANT " + names + " ON *.* TO '"
                        + plan.target().endpoint().user() + "'@'%';"));
    }
}
