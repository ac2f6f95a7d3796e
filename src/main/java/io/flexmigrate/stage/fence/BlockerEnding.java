package io.flexmigrate.stage.fence;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Clients.Client;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.OnBlocker;
import java.util.List;
import java.util.Map;

/** Ends the sessions that are in the way of a fence, where the plan wants that; each is named in the journal before. */
public record BlockerEnding(OnBlocker policy, MySqlServer server) {

    /** Ends these, which are neither ours nor the server's own. */
    public void end(List<Client> clients, StageLog log) {
        if (policy == OnBlocker.WAIT) {
            return;
        }
        for (Client client : clients) {
            Step step = new Step("end-blocker", client.label());
            log.intend(step, Map.of());
            server.with(session -> {
                new Clients(session).end(client);
                return client;
            });
            log.reach(step, Map.of());
        }
    }
}
