package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.Clients.Client;
import java.util.List;

/** Sessions of the source whose transaction is older than the plan's guard. */
record BusySessions(List<Client> sessions) implements Part {
    BusySessions {
        sessions = List.copyOf(sessions);
    }
}
