package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.mysql.Variables;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** FM1014, FM1015: the servers tell each other apart and agree on what replication needs them to. */
final class IdentityCheck implements Check<BothServers> {

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        Variables source = seen.source().server().variables();
        Variables target = seen.target().server().variables();
        List<Finding> findings = new ArrayList<>();
        if (source.text("server_uuid").equals(target.text("server_uuid"))) {
            findings.add(Finding.blocker(
                    "FM1014",
                    "server_uuid",
                    "Source and target are the same server, or one is a copy of the other's data directory.",
                    "Check source.host and target.host; a copied server gets a new UUID when auto.cnf is removed."));
        } else if (source.number("server_id") == target.number("server_id")) {
            findings.add(Finding.blocker(
                    "FM1014",
                    "server_id",
                    "Source and target have the same server_id " + source.number("server_id")
                            + ": the target would drop every event as its own (error 1593).",
                    "SET GLOBAL server_id = <another number>; on the source."));
        }
        if (source.number("lower_case_table_names") != target.number("lower_case_table_names")) {
            findings.add(Finding.blocker(
                    "FM1015",
                    "lower_case_table_names",
                    "lower_case_table_names is " + source.number("lower_case_table_names") + " on the source and "
                            + target.number("lower_case_table_names")
                            + " on the target; Data-in replication needs the same value.",
                    "It is set when a server is created: create the flexible server with the source's value."));
        }
        findings.addAll(gtid(source, target));
        return findings;
    }

    private static List<Finding> gtid(Variables source, Variables target) {
        String ofSource = source.text("gtid_mode");
        String ofTarget = target.text("gtid_mode");
        boolean fits =
                ofSource.equals(ofTarget) || ofSource.endsWith("_PERMISSIVE") || ofTarget.endsWith("_PERMISSIVE");
        if (fits) {
            return List.of();
        }
        return List.of(Finding.blocker(
                "FM1016",
                "gtid_mode",
                "gtid_mode is " + ofSource + " on the source and " + ofTarget
                        + " on the target; the receiver would stop with error 1593.",
                "Bring both to the same value, one step at a time: OFF, OFF_PERMISSIVE, ON_PERMISSIVE, ON."));
    }
}
