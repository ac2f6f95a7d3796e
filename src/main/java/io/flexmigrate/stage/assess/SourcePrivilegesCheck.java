package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.mysql.Privileges;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** FM1020: our account on the source may do what the stages will do. */
final class SourcePrivilegesCheck implements Check<SourceInventory> {

    private static final List<String> NEEDED = List.of(
            "SELECT", "RELOAD", "PROCESS", "REPLICATION CLIENT", "REPLICATION SLAVE", "SHOW VIEW", "TRIGGER", "EVENT");

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        Privileges privileges = seen.server().privileges();
        List<String> missing = new ArrayList<>(
                NEEDED.stream().filter(name -> !privileges.has(name)).toList());
        boolean dynamic = seen.server().version().isAtLeast(8, 0, 0);
        if (!privileges.hasAny("SUPER", "SYSTEM_VARIABLES_ADMIN")) {
            missing.add(dynamic ? "SYSTEM_VARIABLES_ADMIN" : "SUPER");
        }
        if (!privileges.hasAny("SUPER", "CONNECTION_ADMIN")) {
            missing.add(dynamic ? "CONNECTION_ADMIN" : "SUPER");
        }
        if (dynamic && !privileges.has("XA_RECOVER_ADMIN")) {
            missing.add("XA_RECOVER_ADMIN");
        }
        List<Finding> findings = new ArrayList<>();
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing.stream().distinct().toList());
            findings.add(Finding.blocker(
                    "FM1020",
                    "source account " + plan.source().endpoint().user(),
                    "Our account on the source lacks " + names
                            + " on *.*; without it the dump is incomplete or the fence cannot be set.",
                    "GRANT " + names + " ON *.* TO '" + plan.source().endpoint().user() + "'@'<host>';"));
        }
        seen.part(SourceObjects.class)
                .hidden()
                .ifPresent(words -> findings.add(Finding.blocker(
                        "FM1021",
                        "source definitions",
                        "Not everything can be read: " + words + ".",
                        "Grant SELECT on *.* (SHOW_ROUTINE from 8.0.20 on) to our account on the source.")));
        return findings;
    }
}
