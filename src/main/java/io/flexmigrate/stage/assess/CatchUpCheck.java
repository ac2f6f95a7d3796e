package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.Rate;
import java.util.List;

/** FM1501: the target applies faster than the source writes, as far as that was measured. */
final class CatchUpCheck implements Check<Foreseen> {

    static final Rule RULE = Rule.of(
            "FM1501",
            "The target can apply changes faster than the source makes them",
            "A replica that applies more slowly than its source writes falls behind for ever: CATCH_UP would wait until"
                    + " catch_up.timeout, and no cut-over could keep its budget.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/how-to-troubleshoot-replication-latency");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, Foreseen seen) {
        Rate writes = seen.rates().writes();
        Rate apply = seen.rates().apply();
        if (writes.fastest() < apply.slowest()) {
            return List.of();
        }
        String outcome = writes.slowest() >= apply.fastest()
                ? "it will never catch up."
                : "it may never catch up at busy times.";
        return List.of(RULE.warning(
                "catch-up",
                "For the source's writes this holds: " + writes.basis() + ". For the target: " + apply.basis() + "; "
                        + outcome,
                """
                Migrate while the source is quiet, or let the target apply with several threads while it catches up:
                az mysql flexible-server parameter set --resource-group <resource-group> --server-name <name> --name replica_parallel_workers --value 8"""));
    }
}
