package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.ReplicationFilters;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.TargetKind;
import io.flexmigrate.planning.AssessmentResult.Unseen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What nobody can check from where this program runs. */
record OutOfSight(Plan plan, Assessment seen) {

    private static final long MEBIBYTE = 1024 * 1024;

    List<Unseen> all() {
        List<Unseen> all = new ArrayList<>();
        if (!seen.linkProbed()) {
            all.add(network(plan));
        }
        if (plan.target().kind() == TargetKind.FLEXIBLE_SERVER) {
            all.add(freeSpace());
        }
        filters().ifPresent(all::add);
        return all;
    }

    /** The target's way to the source; a trial link would show it. */
    static Unseen network(Plan plan) {
        Plan.Replication replication = plan.source().replication();
        return new Unseen(
                "network from target to source",
                "The target opens the link to " + replication.host() + ":" + replication.port()
                        + " by itself, through its own network; whether that way is open cannot be seen from here.",
                "Let the source's firewall accept the target's address. The line `probe: link` in the plan tries it by a link that"
                        + " can bring nothing; or try it from a machine in the target's network:\n"
                        + "mysql -h '" + replication.host() + "' -P " + replication.port() + " -u '"
                        + replication.user().replace("'", "'\\''") + "' -p -e 'SELECT 1'");
    }

    private Unseen freeSpace() {
        return new Unseen(
                "free space of the target",
                "A flexible server does not say in SQL how much room its disk has. " + needed(),
                "Compare with the size of its storage, or let it grow by itself:\n" + new AzureCommand(plan).storage());
    }

    private String needed() {
        try {
            return seen.source()
                    .map(source -> "The tables take about " + source.bytes() / MEBIBYTE
                            + " MiB on the source, and the target writes a binlog of the load beside them.")
                    .orElse("");
        } catch (UnreadException unread) {
            return "";
        }
    }

    private Optional<Unseen> filters() {
        boolean hidden = seen.target()
                .filter(target -> target.server().version().major() < 8)
                .filter(OutOfSight::hidesFilters)
                .isPresent();
        return hidden
                ? Optional.of(new Unseen(
                        "replication filter of the target",
                        "A server of version 5.7 does not show " + ReplicationFilters.WILD_IGNORE_TABLE
                                + " before it has a link; a pattern that matches what moves would lose changes.",
                        "See that it names system databases only (" + WildPattern.DEFAULTS + "):\n"
                                + new AzureCommand(plan).show("replicate_wild_ignore_table")))
                : Optional.empty();
    }

    private static boolean hidesFilters(TargetInventory target) {
        try {
            return target.part(TargetFilters.class).set().isEmpty();
        } catch (UnreadException unread) {
            return false;
        }
    }
}
