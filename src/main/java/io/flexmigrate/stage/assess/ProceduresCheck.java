package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Map;

/** FM1030: the target has the replication procedures, in the documented form. */
final class ProceduresCheck implements Check<TargetInventory> {

    static final Rule RULE = Rule.absolute(
            "FM1030",
            "The target has the replication procedures",
            "The target is linked to the source by these procedures. A server with high availability offers only replication by GTID, which this version does not do; another kind of server has none of them.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/how-to-data-in-replication");

    private static final List<String> NEEDED = List.of(
            DataInReplication.CHANGE_BY_POSITION,
            DataInReplication.START,
            DataInReplication.STOP,
            DataInReplication.REMOVE);

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, TargetInventory seen) {
        Map<String, Integer> parameters = seen.part(TargetProcedures.class).parameters();
        List<String> missing =
                NEEDED.stream().filter(name -> !parameters.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            ProcedureForms forms = new ProcedureForms(parameters);
            return List.of(RULE.blocker("target procedures", forms.words(missing), forms.remedy(plan)));
        }
        int count = parameters.getOrDefault(DataInReplication.CHANGE_BY_POSITION, 0);
        if (count == DataInReplication.CHANGE_BY_POSITION_PARAMETERS) {
            return List.of();
        }
        return List.of(RULE.blocker(
                "target procedures",
                "mysql." + DataInReplication.CHANGE_BY_POSITION + " takes " + count + " parameters, documented are "
                        + DataInReplication.CHANGE_BY_POSITION_PARAMETERS + ".",
                "Check that target.host is a MySQL flexible server."));
    }
}
