package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.SchemaObject.Kind;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1044: functions and triggers can be made on a target that writes a binlog (error 1419 otherwise). */
final class RoutineTrustCheck implements Check<BothServers> {

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        boolean needed = seen.source().objects().stream()
                .anyMatch(object -> object.kind() == Kind.FUNCTION || object.kind() == Kind.TRIGGER);
        boolean trusted = seen.target().server().variables().isOn("log_bin_trust_function_creators")
                || seen.target().server().privileges().has("SUPER")
                || !seen.target().server().variables().isOn("log_bin");
        if (!needed || trusted) {
            return List.of();
        }
        return List.of(Finding.blocker(
                "FM1044",
                "target log_bin_trust_function_creators",
                "It is OFF, and the source has functions or triggers: creating them would fail with error 1419.",
                "Set the server parameter log_bin_trust_function_creators to ON on the target."));
    }
}
