package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Privileges;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1022: our account on the target may load: the documented grants of a flexible server's administrator suffice. */
final class TargetPrivilegesCheck implements Check<TargetInventory> {

    static final Rule RULE = Rule.absolute(
            "FM1022",
            "Our account on the target may load",
            "Without these privileges tables, rows or objects cannot be made on the target, or the link cannot be watched.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/security-how-to-create-users");

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
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, TargetInventory seen) {
        Privileges privileges = seen.server().privileges();
        List<String> missing =
                NEEDED.stream().filter(name -> !privileges.has(name)).toList();
        if (missing.isEmpty()) {
            return List.of();
        }
        String names = String.join(", ", missing);
        String user = plan.target().endpoint().user();
        return List.of(RULE.blocker(
                "target account " + user,
                "Our account on the target lacks " + names + " on *.*.",
                "Use the server's administrator, or grant it there:\nGRANT " + names + " ON *.* TO "
                        + new AccountName(user, "%").quoted() + ";"));
    }
}
