package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Map;

/**
 * What a server is, by the replication procedures it has.
 *
 * @param parameters the number of parameters of each
 */
record ProcedureForms(Map<String, Integer> parameters) {

    ProcedureForms {
        parameters = Map.copyOf(parameters);
    }

    /** @param missing what the server lacks; not empty */
    String words(List<String> missing) {
        return "The target lacks mysql." + String.join(", mysql.", missing) + ". " + explanation();
    }

    private String explanation() {
        if (parameters.isEmpty()) {
            return "It has none of the procedures: either it is a flexible server with high availability as it was in 2021, or it is not"
                    + " a flexible server at all.";
        }
        if (parameters.containsKey(DataInReplication.CHANGE_BY_GTID)
                && !parameters.containsKey(DataInReplication.CHANGE_BY_POSITION)) {
            return "It has mysql." + DataInReplication.CHANGE_BY_GTID + " with "
                    + parameters.get(DataInReplication.CHANGE_BY_GTID)
                    + " parameters: a server with high availability, as it is today, replicates by GTID only, which this version does"
                    + " not do.";
        }
        return "Every flexible server without high availability has them.";
    }

    /** What to do about it. */
    String remedy(Plan plan) {
        return "Disable high availability until after the migration:\n"
                + new AzureCommand(plan).withoutHighAvailability()
                + "\nOr check that target.host is a flexible server.";
    }
}
