package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.mysql.Clients.Client;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.stream.Collectors;

/** FM1045: no transaction is so old that the lock for the snapshot would have to wait for it. */
final class BusyCheck implements Check<SourceInventory> {

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        if (seen.part(BusySessions.class).sessions().isEmpty()) {
            return List.of();
        }
        return List.of(Finding.warning(
                "FM1045",
                "source transactions",
                "Transactions older than " + plan.dump().longQueryGuard().toSeconds()
                        + " s are open; the snapshot waits until their statements end: "
                        + seen.part(BusySessions.class).sessions().stream()
                                .map(Client::label)
                                .collect(Collectors.joining("; ")),
                "End them, or start when they are done."));
    }
}
