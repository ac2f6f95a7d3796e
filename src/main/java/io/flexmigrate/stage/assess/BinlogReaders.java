package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.Clients.Client;
import java.util.List;

/** Who reads the source's binlog now. */
record BinlogReaders(List<Client> sessions) implements Part {
    BinlogReaders {
        sessions = List.copyOf(sessions);
    }
}
