package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1003: MySQL replicates from a version to the same or a newer one: refman/8.0/en/replication-compatibility.html. */
final class VersionPairCheck implements Check<BothServers> {

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        ServerVersion source = seen.source().server().version();
        ServerVersion target = seen.target().server().version();
        boolean older = target.major() < source.major()
                || (target.major() == source.major() && target.minor() < source.minor());
        if (older) {
            return List.of(Finding.blocker(
                    "FM1003",
                    "versions",
                    "The target (" + target + ") is older than the source (" + source
                            + "); MySQL does not replicate from newer to older.",
                    "Create the flexible server with version " + source.major() + "." + source.minor() + " or newer."));
        }
        if (target.major() != source.major() || target.minor() != source.minor()) {
            return List.of(Finding.info(
                    "FM1003",
                    "versions",
                    "The source is " + source + ", the target " + target
                            + ". The documentation recommends the same version on both sides."));
        }
        return List.of();
    }
}
