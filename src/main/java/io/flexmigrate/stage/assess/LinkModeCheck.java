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

    private static final String BY_POSITION =
            "Leave link.mode as auto, or bring gtid_mode to ON on both servers (FM1016 says how).";

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
        LinkChoice choice = choice(plan, seen);
        if (choice.isByGtid() && cannotAddTransactions(plan, seen)) {
            return List.of(RULE.blocker(
                    "link.mode",
                    "A target of MySQL 5.7 cannot be told the snapshot's transactions beside its own.",
                    "Write link: { mode: position } into the plan."));
        }
        return choice.isPossible()
                ? List.of()
                : List.of(RULE.blocker(
                        "link.mode",
                        "The target cannot be linked: " + choice.reason() + ".",
                        plan.target().kind() == TargetKind.MYSQL
                                ? BY_POSITION
                                : new ProcedureForms(parameters).remedy(plan)));
    }

    /** By which way this target is going to be linked. */
    static LinkChoice choice(Plan plan, BothServers seen) {
        return LinkChoice.of(
                plan,
                parameters(plan, seen),
                seen.source().server().variables().text("gtid_mode"),
                seen.target().server().variables().text("gtid_mode"));
    }

    /** From 8.0 on gtid_purged may grow: refman/8.0/en/replication-options-gtids.html. */
    private static boolean cannotAddTransactions(Plan plan, BothServers seen) {
        return plan.target().kind() == TargetKind.MYSQL
                && !seen.target().server().version().isAtLeast(8, 0, 0);
    }

    private static Map<String, Integer> parameters(Plan plan, BothServers seen) {
        return plan.target().kind() == TargetKind.MYSQL
                ? Map.of()
                : seen.target().part(TargetProcedures.class).parameters();
    }
}
