package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** FM1017, FM1018: nobody writes to the source in ways that a fence does not stop. */
final class OtherWritersCheck implements Check<SourceInventory> {

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        List<Finding> findings = new ArrayList<>();
        seen.part(ReplicaState.class)
                .status()
                .filter(status -> !status.sourceHost().isEmpty())
                .ifPresent(status -> findings.add(Finding.blocker(
                        "FM1017",
                        "source replication",
                        "The source is itself a replica of " + status.sourceHost() + ":" + status.sourcePort()
                                + ". What it receives passes super_read_only, so it would go on writing after the cut-over.",
                        "Migrate from " + status.sourceHost()
                                + " itself, or remove the replication of the source for good before the migration.")));
        if (seen.part(PreparedXa.class).transactions() > 0) {
            findings.add(Finding.blocker(
                    "FM1018",
                    "source XA transactions",
                    seen.part(PreparedXa.class).transactions()
                            + " XA transaction(s) are prepared: a snapshot does not hold them, and a"
                            + " fence does not stop their commit.",
                    "XA RECOVER; names them. Commit or roll back each one."));
        }
        return findings;
    }
}
