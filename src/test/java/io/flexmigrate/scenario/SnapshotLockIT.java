package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.lab.Background;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Clients.Client;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.ReadLock;
import io.flexmigrate.stage.SnapshotLock;
import io.flexmigrate.testing.MemoryJournal;
import io.flexmigrate.testing.TestingTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotLockIT {

    private static final Duration ONE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LONG = "SELECT SLEEP(120) FROM lab.looked_at";

    @ParameterizedTest
    @EnumSource
    void leavesEvenTheTableOfALongStatementAlone(LabVersion version) throws InterruptedException {
        try (LabServer server = Lab.start(version)) {
            server.execute(
                    "CREATE DATABASE lab",
                    "CREATE TABLE lab.looked_at (id INT PRIMARY KEY) ENGINE=InnoDB",
                    "INSERT INTO lab.looked_at VALUES (1)",
                    "CREATE USER locker@'%' IDENTIFIED WITH mysql_native_password BY 'lab-locker'",
                    "GRANT ALL ON *.* TO locker@'%'");
            MySqlServer locker = MySqlServer.connecting(server.settings("source", "locker", new Secret("lab-locker")));
            TestingTime time = new TestingTime();
            SnapshotLock lock = new SnapshotLock(locker, time, PATIENCE);
            StageLog log = new StageLog(StageName.DUMP, new MemoryJournal(), time);

            try (Background reader = Background.run(server.root(), LONG)) {
                await().atMost(PATIENCE).until(() -> !atTables(locker).isEmpty());
                assertThatThrownBy(() -> lock.acquire(ONE, 2, log, () -> {}, unused -> {}))
                        .isInstanceOf(StageFailedException.class)
                        .hasMessageContaining(LONG);
                assertThat(log.past()).hasSize(2);

                try (Background writer = Background.run(server.root(), "INSERT INTO lab.looked_at VALUES (2)")) {
                    assertThat(writer.endsWithin(PATIENCE)).isTrue();
                }
                assertThat(reader.isAtWork()).isTrue();
            }
            await().atMost(PATIENCE).until(() -> atTables(locker).isEmpty());
            try (ReadLock held = lock.acquire(PATIENCE, 5, log, () -> {}, unused -> {})) {
                assertThat(held.isHeld()).isTrue();
            }
        }
    }

    private static List<Client> atTables(MySqlServer server) {
        return server.with(session -> new Clients(session).atTablesLongerThan(ONE));
    }
}
