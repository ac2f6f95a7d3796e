package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Privileges;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** FM1020: our account on the source may do what the stages will do. */
final class SourcePrivilegesCheck implements Check<SourceInventory> {

    static final Rule RULE = Rule.absolute(
            "FM1020",
            "Our account on the source may do what a migration needs",
            "Without these privileges the dump is incomplete, the changes cannot be followed, or the fence cannot be set.",
            "https://dev.mysql.com/doc/refman/8.0/en/privileges-provided.html");

    private static final List<String> NEEDED = List.of(
            "SELECT", "RELOAD", "PROCESS", "REPLICATION CLIENT", "REPLICATION SLAVE", "SHOW VIEW", "TRIGGER", "EVENT");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        List<String> missing =
                missing(seen.server().privileges(), seen.server().version().isAtLeast(8, 0, 0));
        if (plan.source().replication().create()) {
            List<Finding> findings = new ArrayList<>(found(plan, missing));
            findings.addAll(toMakeAccounts(plan, seen.server().privileges()));
            return findings;
        }
        return found(plan, missing);
    }

    /** refman/8.0/en/create-user.html and grant.html: nobody can grant what he does not have himself with GRANT OPTION. */
    private static List<Finding> toMakeAccounts(Plan plan, Privileges privileges) {
        if (privileges.has("CREATE USER") && privileges.mayGrant()) {
            return List.of();
        }
        String user = plan.source().endpoint().user();
        return List.of(
                RULE.blocker(
                        "source account " + user,
                        "Our account on the source may not make the replication account, which source.replication.create asks for.",
                        "GRANT CREATE USER, REPLICATION SLAVE ON *.* TO " + new AccountName(user, "<host>").quoted()
                                + " WITH GRANT OPTION;\nor make the account yourself and leave out source.replication.create."));
    }

    private static List<Finding> found(Plan plan, List<String> missing) {
        if (missing.isEmpty()) {
            return List.of();
        }
        String names = String.join(", ", missing);
        String user = plan.source().endpoint().user();
        return List.of(RULE.blocker(
                "source account " + user,
                "Our account on the source lacks " + names + " on *.*.",
                "GRANT " + names + " ON *.* TO " + new AccountName(user, "<host>").quoted() + ";"));
    }

    private static List<String> missing(Privileges privileges, boolean dynamic) {
        List<String> missing = new ArrayList<>(
                NEEDED.stream().filter(name -> !privileges.has(name)).toList());
        if (!privileges.hasAny("SUPER", "SYSTEM_VARIABLES_ADMIN")) {
            missing.add(dynamic ? "SYSTEM_VARIABLES_ADMIN" : "SUPER");
        }
        if (!privileges.hasAny("SUPER", "CONNECTION_ADMIN")) {
            missing.add(dynamic ? "CONNECTION_ADMIN" : "SUPER");
        }
        if (dynamic && !privileges.has("XA_RECOVER_ADMIN")) {
            missing.add("XA_RECOVER_ADMIN");
        }
        return missing.stream().distinct().toList();
    }
}
