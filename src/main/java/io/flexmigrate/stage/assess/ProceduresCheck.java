package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.TargetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** FM1030: the target has the replication procedures. */
final class ProceduresCheck implements Check<TargetInventory> {

    static final Rule RULE = Rule.absolute(
            "FM1030",
            "The target has the replication procedures",
            "The target is linked to the source by these procedures. A server with high availability had none of them in 2021; another kind of server has none either.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/how-to-data-in-replication");

    private static final List<String> NEEDED =
            List.of(DataInReplication.START, DataInReplication.STOP, DataInReplication.REMOVE);

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, TargetInventory seen) {
        if (plan.target().kind() == TargetKind.MYSQL) {
            return List.of();
        }
        Map<String, Integer> parameters = seen.part(TargetProcedures.class).parameters();
        List<String> missing = new ArrayList<>();
        if (!parameters.containsKey(DataInReplication.CHANGE_BY_POSITION)
                && !parameters.containsKey(DataInReplication.CHANGE_BY_GTID)) {
            missing.add(DataInReplication.CHANGE_BY_POSITION);
        }
        NEEDED.stream().filter(name -> !parameters.containsKey(name)).forEach(missing::add);
        if (missing.isEmpty()) {
            return List.of();
        }
        ProcedureForms forms = new ProcedureForms(parameters);
        return List.of(RULE.blocker("target procedures", forms.words(missing), forms.remedy(plan)));
    }
}
