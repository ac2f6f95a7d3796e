package io.flexmigrate.stage.assess;

import java.util.Map;

/** The target's replication procedures, with their number of parameters. */
record TargetProcedures(Map<String, Integer> parameters) implements Part {
    TargetProcedures {
        parameters = Map.copyOf(parameters);
    }
}
