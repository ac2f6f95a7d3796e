package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.WayIn;
import java.util.List;

/** FM1017: the source is nobody's replica. */
final class UpstreamCheck implements Check<SourceInventory> {

    static final Rule RULE = Rule.absolute(
            "FM1017",
            "The source replicates from no other server",
            "What a replica receives passes super_read_only, so it would go on writing after the cut-over, and those writes would be lost.",
            "https://dev.mysql.com/doc/refman/8.0/en/server-system-variables.html#sysvar_super_read_only");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        return seen.part(ReplicaState.class)
                .status()
                .filter(status -> !status.sourceHost().isEmpty())
                .filter(status -> !isWayBack(plan, status))
                .map(status -> RULE.blocker(
                        "source replication",
                        "The source is itself a replica of " + status.sourceHost() + ":" + status.sourcePort() + ".",
                        "Migrate from " + status.sourceHost()
                                + " itself, or remove the replication of the source for good before the migration:\n"
                                + removal(seen.server().version())))
                .map(List::of)
                .orElse(List.of());
    }

    /** What leads to the target is what a cut-over of this plan has made, or would refuse as not its own. */
    private static boolean isWayBack(Plan plan, ReplicaStatus status) {
        WayIn target = plan.target().replication();
        return plan.cutover().wayBack() != Plan.WayBack.NONE
                && status.sourceHost().equalsIgnoreCase(target.host())
                && status.sourcePort() == target.port();
    }

    /** The new words are there from 8.0.22 on: refman/8.0/en/stop-replica.html and reset-replica.html. */
    private static String removal(ServerVersion version) {
        return version.isAtLeast(8, 0, 22) ? "STOP REPLICA;\nRESET REPLICA ALL;" : "STOP SLAVE;\nRESET SLAVE ALL;";
    }
}
