package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** FM1030, FM1031: the target has the replication procedures, and no link of somebody else's. */
final class ProceduresCheck implements Check<TargetInventory> {

    @Override
    public List<Finding> findings(Plan plan, TargetInventory seen) {
        List<Finding> findings = new ArrayList<>();
        List<String> missing = List.of(
                        DataInReplication.CHANGE_BY_POSITION,
                        DataInReplication.START,
                        DataInReplication.STOP,
                        DataInReplication.REMOVE)
                .stream()
                .filter(name -> !seen.part(TargetProcedures.class).parameters().containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            ProcedureForms forms =
                    new ProcedureForms(seen.part(TargetProcedures.class).parameters());
            findings.add(Finding.blocker("FM1030", "target procedures", forms.words(missing), forms.remedy(plan)));
        } else if (seen.part(TargetProcedures.class).parameters().getOrDefault(DataInReplication.CHANGE_BY_POSITION, 0)
                != DataInReplication.CHANGE_BY_POSITION_PARAMETERS) {
            findings.add(Finding.blocker(
                    "FM1030",
                    "target procedures",
                    "mysql." + DataInReplication.CHANGE_BY_POSITION + " takes "
                            + seen.part(TargetProcedures.class).parameters().get(DataInReplication.CHANGE_BY_POSITION)
                            + " parameters, documented are 7.",
                    "Check that target.host is a MySQL flexible server."));
        }
        seen.part(ReplicaState.class)
                .status()
                .filter(status -> !status.sourceHost().isEmpty())
                .ifPresent(status -> findings.add(Finding.blocker(
                        "FM1031",
                        "target link",
                        "The target already replicates from " + status.sourceHost() + ":" + status.sourcePort() + ".",
                        "If that link is no longer wanted: CALL mysql.az_replication_stop; CALL"
                                + " mysql.az_replication_remove_master;")));
        return findings;
    }
}
