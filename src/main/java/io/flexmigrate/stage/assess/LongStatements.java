package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.Clients.Client;
import java.util.List;

/** Sessions of the source whose statement has been running for longer than the plan's guard. */
record LongStatements(List<Client> sessions) implements Part {
    LongStatements {
        sessions = List.copyOf(sessions);
    }
}
