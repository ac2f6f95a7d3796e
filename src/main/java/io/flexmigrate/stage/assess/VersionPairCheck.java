package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1003: the target is of the version of the source, or newer. */
final class VersionPairCheck implements Check<BothServers> {

    static final Rule RULE = Rule.of(
            "FM1003",
            "The target has the version of the source",
            "MySQL replicates from a version to the same or the next one, not from newer to older; the documentation recommends the same version on both sides.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-compatibility.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        ServerVersion source = seen.source().server().version();
        ServerVersion target = seen.target().server().version();
        String wanted = source.major() + "." + source.minor();
        boolean older = target.major() < source.major()
                || (target.major() == source.major() && target.minor() < source.minor());
        if (older) {
            return List.of(RULE.blocker(
                    "versions",
                    "The target (" + target + ") is older than the source (" + source + ").",
                    "Create the flexible server with version " + wanted + " or newer."));
        }
        if (target.major() != source.major() || target.minor() != source.minor()) {
            return List.of(RULE.info(
                    "versions",
                    "The source is " + source + ", the target " + target + ".",
                    "Nothing, if the newer version is what you want; otherwise create the flexible server with version "
                            + wanted + "."));
        }
        return List.of();
    }
}
