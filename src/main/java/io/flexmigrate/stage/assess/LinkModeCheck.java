package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.TargetKind;
import io.flexmigrate.stage.link.LinkChoice;
import java.util.List;
import java.util.Map;

/** FM1034: there is a way to link the target, by the procedures that it has and the GTIDs of both servers. */
final class LinkModeCheck implements Check<BothServers> {

    static final Rule RULE = Rule.absolute(
            "FM1034",
            "There is a way to link the target",
            "A flexible server is linked by its procedures, in the documented form: by position, or by GTID where gtid_mode is ON on both servers. With high availability it is linked by GTID only.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/how-to-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        Map<String, Integer> parameters = parameters(plan, seen);
        if (plan.target().kind() == TargetKind.FLEXIBLE_SERVER
                && !parameters.containsKey(DataInReplication.CHANGE_BY_POSITION)
                && !parameters.containsKey(DataInReplication.CHANGE_BY_GTID)) {
            return List.of(); // because FM1030 says so
        }
        LinkChoice choice = LinkChoice.of(
                plan,
                parameters,
                seen.source().server().variables().text("gtid_mode"),
                seen.target().server().variables().text("gtid_mode"));
        return choice.isPossible()
                ? List.of()
                : List.of(RULE.blocker(
                        "link.mode",
                        "The target cannot be linked: " + choice.reason() + ".",
                        new ProcedureForms(parameters).remedy(plan)));
    }

    private static Map<String, Integer> parameters(Plan plan, BothServers seen) {
        return plan.target().kind() == TargetKind.MYSQL
                ? Map.of()
                : seen.target().part(TargetProcedures.class).parameters();
    }
}
