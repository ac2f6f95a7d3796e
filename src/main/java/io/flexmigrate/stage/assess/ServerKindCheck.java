package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Flavour;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1001, FM1002: both servers are MySQL 5.7 or newer. */
record ServerKindCheck(String role) implements Check<ServerInventory> {

    static final Rule VERSION = Rule.absolute(
            "FM1001",
            "Both servers are MySQL 5.7 or newer",
            "Data-in replication is offered from 5.7 on.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-in-replication");

    static final Rule FLAVOUR = Rule.absolute(
            "FM1002",
            "No server is MariaDB",
            "MariaDB's replication events and GTIDs are not MySQL's: a flexible server cannot replicate them.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(VERSION, FLAVOUR);
    }

    @Override
    public List<Finding> findings(Plan plan, ServerInventory seen) {
        if (seen.flavour() == Flavour.MARIADB) {
            return List.of(FLAVOUR.blocker(
                    role + " flavour",
                    "The " + role + " is MariaDB (" + seen.versionText() + ").",
                    "Move MariaDB with a dump and a pause instead; this tool migrates MySQL 5.7 and newer."));
        }
        if (!seen.version().isAtLeast(5, 7, 0)) {
            return List.of(VERSION.blocker(
                    role + " version",
                    "The " + role + " is MySQL " + seen.version() + ".",
                    "Upgrade the " + role + " to 5.7 first."));
        }
        return List.of();
    }
}
