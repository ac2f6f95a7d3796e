package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.probe.Probed;
import java.util.ArrayList;
import java.util.List;

/** FM1502, FM1503: what was to be measured was measured, and nothing of it is left. */
final class ProbeCheck implements Check<Probed> {

    static final Rule MEASURED = Rule.of(
            "FM1502",
            "What is to be probed can be probed",
            "Without measurements the forecast rests on assumptions, and its ranges are wide.",
            "https://github.com/mydumper/mydumper");

    static final Rule GONE = Rule.of(
            "FM1503",
            "Probes leave nothing behind on the target",
            "The scratch database takes space there, and a trial link stands where the real one is to be; the next"
                    + " assessment tries to remove them again.",
            "https://dev.mysql.com/doc/refman/8.0/en/drop-database.html");

    @Override
    public List<Rule> rules() {
        return List.of(MEASURED, GONE);
    }

    @Override
    public List<Finding> findings(Plan plan, Probed seen) {
        List<Finding> findings = new ArrayList<>();
        seen.problems().forEach(problem -> findings.add(MEASURED.unknown("probe", problem)));
        seen.leftovers()
                .forEach(statement -> findings.add(GONE.warning(
                        "target",
                        "What a probe made on the target could not be removed.",
                        "On the target:\n" + statement)));
        return findings;
    }
}
