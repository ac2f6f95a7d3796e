package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Flavour;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** FM1001, FM1002: both servers are MySQL 5.7 or newer: azure concepts-data-in-replication, "requirements". */
record ServerKindCheck(String role) implements Check<ServerInventory> {

    @Override
    public List<Finding> findings(Plan plan, ServerInventory seen) {
        List<Finding> findings = new ArrayList<>();
        if (seen.flavour() == Flavour.MARIADB) {
            findings.add(Finding.blocker(
                    "FM1002",
                    role + " flavour",
                    "The " + role + " is MariaDB (" + seen.versionText()
                            + "). Its replication events and GTIDs are not MySQL's; a flexible server cannot replicate it.",
                    "Move MariaDB with a dump and a pause instead; this tool migrates MySQL 5.7 and newer."));
        } else if (!seen.version().isAtLeast(5, 7, 0)) {
            findings.add(Finding.blocker(
                    "FM1001",
                    role + " version",
                    "The " + role + " is MySQL " + seen.version() + "; Data-in replication needs 5.7 or newer.",
                    "Upgrade the " + role + " to 5.7 first."));
        }
        return findings;
    }
}
