package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1408: both servers tell the same time. */
final class TimeZoneCheck implements Check<BothServers> {

    private static final Rule RULE = Rule.of(
            "FM1408",
            "Both servers tell the time in the same zone",
            "NOW() and every TIMESTAMP column show other times on the target; what an application writes into DATETIME columns shifts from"
                    + " the flip on.",
            "https://dev.mysql.com/doc/refman/8.0/en/time-zone-support.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        TimeZone source = TimeZone.of(seen.source().server().variables());
        TimeZone target = TimeZone.of(seen.target().server().variables());
        if (source.effective().equalsIgnoreCase(target.effective())) {
            return List.of();
        }
        return List.of(RULE.warning(
                "target time_zone",
                "time_zone is " + source.label() + " on the source and " + target.label() + " on the target.",
                "Give the target the source's zone, unless every client sets its own:\n"
                        + new AzureCommand(plan).set("time_zone", value(source))));
    }

    /** An abbreviation such as CET is no name that a server takes. */
    private static String value(TimeZone source) {
        boolean sayable = !source.isOfSystem() || source.effective().equals(TimeZone.UTC);
        return sayable ? source.effective() : "<name of the zone of the source's machine, such as Europe/Berlin>";
    }
}
