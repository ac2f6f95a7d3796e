package io.flexmigrate.stage.dump;

import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Clients.Client;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the plan wants done about statements that have run longer than its guard and keep the lock from being taken. */
record LongQueryRule(Plan.Dump plan, MySqlServer source, StageLog log) {

    /**
     * Deals with those in the way, of which some may be younger than the guard.
     *
     * @throws StageFailedException when the plan says that the dump is to be given up
     */
    void meet(List<Client> blockers) {
        List<Client> old = blockers.stream()
                .filter(client -> client.since().compareTo(plan.longQueryGuard()) >= 0)
                .toList();
        if (old.isEmpty()) {
            return;
        }
        switch (plan.onLongQuery()) {
            case WAIT -> {}
            case ABORT ->
                throw new StageFailedException(
                        "These statements have been running on the source for longer than dump.long_query_guard ("
                                + plan.longQueryGuard().toSeconds() + " s): " + names(old),
                        "End them or wait until they are done; nothing was changed. With dump.on_long_query: wait their end"
                                + " is waited for, with kill they are ended.");
            case KILL -> kill(old);
        }
    }

    /** Ends what clients run: never what the server runs itself, an applier of replication above all, and nothing of ours. */
    private void kill(List<Client> old) {
        Set<Long> ids = old.stream().map(Client::id).collect(Collectors.toSet());
        source.with(session -> {
            Clients clients = new Clients(session);
            // read anew, because the session may be at another statement by now
            List<Client> still = clients.others().stream()
                    .filter(client ->
                            ids.contains(client.id()) && !client.statement().isEmpty())
                    .filter(client -> client.since().compareTo(plan.longQueryGuard()) >= 0)
                    .toList();
            if (!still.isEmpty()) {
                warn(still);
                still.forEach(clients::endStatement);
            }
            return still;
        });
    }

    private void warn(List<Client> old) {
        log.observe(
                Observation.WARNING.what(),
                Map.of(
                        Observation.WARNING.key(),
                        "Statements that ran longer than dump.long_query_guard are ended on the source: "
                                + names(old)));
    }

    private static String names(List<Client> clients) {
        return clients.stream().map(Client::label).collect(Collectors.joining("; "));
    }
}
