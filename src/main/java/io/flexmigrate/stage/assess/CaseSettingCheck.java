package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1015: both servers treat the case of names alike. */
final class CaseSettingCheck implements Check<BothServers> {

    static final Rule RULE = Rule.of(
            "FM1015",
            "Both servers have the same lower_case_table_names",
            "Data-in replication is documented for equal values only: names that differ in case would meet, or not be found.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/how-to-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        long ofSource = seen.source().server().variables().number("lower_case_table_names");
        long ofTarget = seen.target().server().variables().number("lower_case_table_names");
        if (ofSource == ofTarget) {
            return List.of();
        }
        return List.of(RULE.blocker(
                "lower_case_table_names",
                "lower_case_table_names is " + ofSource + " on the source and " + ofTarget + " on the target.",
                "It is set when a server is created: create the flexible server with the source's value (1 or 2). Where"
                        + " the source has 0, accept this only when no names of its databases, tables and views, and no"
                        + " statement of its clients, differ in case alone."));
    }
}
