package io.flexmigrate.stage.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.lab.Background;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.testing.MemoryJournal;
import io.flexmigrate.time.Pause;
import io.flexmigrate.time.Poll;
import io.flexmigrate.time.SystemClock;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LockWatchIT {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Sql LOCK = Sql.of("locking the server", "FLUSH TABLES WITH READ LOCK");
    private static final Sql UNLOCK = Sql.of("unlocking the server", "UNLOCK TABLES");

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void noticesByItsWritersThatALockStandsAndByACommitThatItIsGone(LabVersion version) throws InterruptedException {
        try (LabServer server = Lab.start(version)) {
            server.execute(
                    "CREATE DATABASE lab",
                    "CREATE TABLE lab.written (id INT NOT NULL PRIMARY KEY)",
                    "CREATE USER watcher@'%' IDENTIFIED WITH mysql_native_password BY 'lab-watcher'",
                    "GRANT ALL ON *.* TO watcher@'%'");
            MySqlServer watcher =
                    MySqlServer.connecting(server.settings("source", "watcher", new Secret("lab-watcher")));
            MemoryJournal journal = new MemoryJournal();
            StageLog log = new StageLog(StageName.DUMP, journal, SystemClock.wall());
            try (Session session = watcher.open();
                    Session holder = server.root().open()) {
                Clients clients = new Clients(session);
                Binlog binlog = new Binlog(session, new Dialect(version.number()));
                BinlogCoordinates snapshot = binlog.coordinates().orElseThrow();
                LockWatch watch = new LockWatch(clients, binlog, snapshot, LIMIT, Duration.ofMillis(500), log);

                holder.execute(LOCK);
                assertThat(watch.look()).isTrue();
                try (Background writer = Background.run(server.root(), "INSERT INTO lab.written VALUES (1)")) {
                    await().atMost(PATIENCE)
                            .until(() -> !clients.waitingForServerLock().isEmpty());
                    assertThat(watch.look()).isTrue();
                    assertThat(watch.isQuiet()).isFalse();
                    await().atMost(PATIENCE).until(() -> !watch.look());

                    holder.execute(UNLOCK);
                    assertThat(watch.verifyGone(Poll.real(Pause.real()))).isEqualTo("Writers on the source go on.");
                    assertThat(writer.endsWithin(PATIENCE)).isTrue();
                }
                assertThat(log.past())
                        .anySatisfy(event -> assertThat(Observation.SOURCE_LOCKED
                                        .duration(event)
                                        .orElseThrow())
                                .isBetween(LIMIT, LIMIT.multipliedBy(3)));

                assertThat(watch.look()).isTrue();
                assertThat(watch.isQuiet()).isTrue();
                holder.execute(LOCK);
                try (Background other = Background.run(server.root(), "INSERT INTO lab.written VALUES (2)")) {
                    await().atMost(PATIENCE)
                            .until(() -> !clients.waitingForServerLock().isEmpty());
                    assertThat(watch.look())
                            .as("a lock that is taken later is not the tool's")
                            .isTrue();
                    holder.execute(UNLOCK);
                    assertThat(other.endsWithin(PATIENCE)).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void knowsWhereEventsBegin(LabVersion version) {
        try (LabServer server = Lab.start(version);
                Session session = server.root().open()) {
            Binlog binlog = new Binlog(session, new Dialect(version.number()));
            BinlogCoordinates begin = binlog.coordinates().orElseThrow();
            server.execute("CREATE DATABASE lab");
            BinlogCoordinates end = binlog.coordinates().orElseThrow();

            assertThat(binlog.isEventBoundary(begin)).isTrue();
            assertThat(binlog.isEventBoundary(end)).isTrue();
            // 8.0.15 shows the event that follows as if it began there
            assertThat(binlog.isEventBoundary(new BinlogCoordinates(begin.file(), begin.position() + 7)))
                    .isEqualTo(version == LabVersion.MYSQL_8_0);
            assertThat(binlog.isEventBoundary(new BinlogCoordinates(end.file(), end.position() + 1_000)))
                    .isFalse();
            assertThat(binlog.isEventBoundary(new BinlogCoordinates("binlog.999999", 4)))
                    .isFalse();
        }
    }
}
