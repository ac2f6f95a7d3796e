package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.BinlogCoordinates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BinlogIT {

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void tellsChangesFromRotationsAndRestartsAndOwnsUpToAPurgedFile(LabVersion version) {
        try (LabServer server = Lab.start(version)) {
            BinlogCoordinates fence = coordinates(server);

            server.execute("FLUSH BINARY LOGS");
            server.stop();
            server.start();
            assertThat(changes(server, fence)).isEmpty();

            BinlogCoordinates later = coordinates(server);
            server.execute("CREATE DATABASE straggler");
            assertThat(changes(server, fence)).contains("Query");

            server.execute("PURGE BINARY LOGS TO '" + later.file() + "'");
            assertThat(changes(server, fence)).contains(fence.file() + " is no longer there");
        }
    }

    private static BinlogCoordinates coordinates(LabServer server) {
        return server.root()
                .with(session -> binlog(server, session).coordinates().orElseThrow());
    }

    private static String changes(LabServer server, BinlogCoordinates start) {
        return server.root()
                .with(session -> String.join(", ", binlog(server, session).changesSince(start)));
    }

    private static Binlog binlog(LabServer server, Session session) {
        return new Binlog(session, new Dialect(server.version().number()));
    }
}
