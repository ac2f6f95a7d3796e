package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Flavour;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1100: the source is a MySQL of which we may have the global read lock and {@code super_read_only}. */
final class FlavourCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1100",
            "The source is a MySQL that its owner administers",
            "The snapshot and the fence need FLUSH TABLES WITH READ LOCK and SET GLOBAL super_read_only, which clouds refuse"
                    + " to everybody but themselves.",
            "https://dev.mysql.com/doc/refman/8.0/en/flush.html#flush-tables-with-read-lock");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        Flavour flavour = seen.server().flavour();
        String words = "The source is " + flavour.label() + " (" + seen.server().versionText() + ").";
        if (flavour.isManaged()) {
            return List.of(RULE.blocker(
                    "source flavour",
                    words + " This version has not been tried on managed sources.",
                    "Make a replica of it that you administer yourself, promote it, and migrate from there; or accept this"
                            + " finding if you know that both statements work there."));
        }
        return flavour == Flavour.PERCONA
                ? List.of(RULE.info("source flavour", words + " It is treated as MySQL.", ""))
                : List.of();
    }
}
