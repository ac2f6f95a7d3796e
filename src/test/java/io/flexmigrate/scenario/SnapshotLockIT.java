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
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.ReadLock;
import io.flexmigrate.stage.SnapshotLock;
import io.flexmigrate.testing.MemoryJournal;
import io.flexmigrate.testing.TestingTime;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotLockIT {

    private static final Duration ONE = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(2);

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
            SnapshotLock lock = new SnapshotLock(locker, time, SILENCE);
            StageLog log = new StageLog(StageName.DUMP, new MemoryJournal(), time);

            try (Background reader = Background.run(server.root(), "SELECT SLEEP(20) FROM lab.looked_at")) {
                await().until(() -> locker.with(
                        session -> !new Clients(session).atTablesLongerThan(ONE).isEmpty()));
                assertThatThrownBy(() -> lock.acquire(ONE, 2, log, () -> {}, unused -> {}))
                        .isInstanceOf(StageFailedException.class)
                        .hasMessageContaining("SELECT SLEEP(20) FROM lab.looked_at");
                assertThat(log.past()).hasSize(2);

                try (Background writer = Background.run(server.root(), "INSERT INTO lab.looked_at VALUES (2)")) {
                    assertThat(writer.endsWithin(ONE)).isTrue();
                }
                assertThat(reader.isAtWork()).isTrue();
            }
            await().until(() -> locker.with(
                    session -> new Clients(session).atTablesLongerThan(ONE).isEmpty()));
            try (ReadLock held = lock.acquire(ONE, 1, log, () -> {}, unused -> {})) {
                assertThat(held.isHeld()).isTrue();
            }
        }
    }
}
