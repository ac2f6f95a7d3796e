package io.flexmigrate.stage.assess;

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
        return "Every flexible server has them.";
    }

    /** What to do about it. */
    String remedy(Plan plan) {
        return "Disable high availability until after the migration, which brings the link by position back:\n"
                + new AzureCommand(plan).withoutHighAvailability()
                + "\nOr bring gtid_mode to ON on both servers (FM1016 says how), with link.mode: auto."
                + "\nOr check that target.host is a flexible server.";
    }
}
