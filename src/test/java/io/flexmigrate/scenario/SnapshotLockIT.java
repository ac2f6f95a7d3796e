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
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.stage.SnapshotLock;
import io.flexmigrate.testing.MemoryJournal;
import io.flexmigrate.testing.TestingTime;
import io.flexmigrate.time.Pause;
import io.flexmigrate.time.SystemClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

    private static LabServer withRows(LabVersion version) {
        LabServer server = Lab.start(version);
        server.execute(
                "CREATE DATABASE lab",
                "CREATE TABLE lab.rows_of_two (id INT PRIMARY KEY, v INT) ENGINE=InnoDB",
                "INSERT INTO lab.rows_of_two VALUES (1, 0), (2, 0)");
        return server;
    }

    /** Who waits for us holds what another waits for, for whom we wait: nobody gets on until we give up. */
    @ParameterizedTest
    @EnumSource
    void keepsWritersThatWaitForEachOtherForAFractionOfASecondOnly(LabVersion version) throws Exception {
        try (LabServer server = withRows(version);
                Session holder = server.root().open()) {
            SnapshotLock lock = new SnapshotLock(server.root(), Pause.real(), PATIENCE);
            StageLog log = new StageLog(StageName.DUMP, new MemoryJournal(), new TestingTime());
            holder.execute(Sql.of("beginning", "BEGIN"));
            holder.execute(Sql.of("writing", "UPDATE lab.rows_of_two SET v = 1 WHERE id = 1"));
            CompletableFuture<Background> waiting = new CompletableFuture<>();
            CompletableFuture<ReadLock> asked =
                    CompletableFuture.supplyAsync(() -> acquired(lock, log, () -> waitsForTheRow(server, waiting)));
            try (Background waiter = waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    Session looking = server.root().open()) {
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(() -> isAsked(looking));

                SystemClock.Stopwatch stopwatch = SystemClock.stopwatch();
                holder.execute(Sql.of("writing", "UPDATE lab.rows_of_two SET v = 1 WHERE id = 2"));
                assertThat(stopwatch.elapsed()).isLessThan(ONE.multipliedBy(3).dividedBy(4));

                holder.execute(Sql.of("ending", "COMMIT"));
                assertThat(waiter.endsWithin(PATIENCE)).isTrue();
                try (ReadLock held = asked.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    assertThat(held.isHeld()).isTrue();
                }
            }
        }
    }

    /** Begins to wait right before the lock is asked for: who has waited for a second keeps it from being asked for. */
    private static void waitsForTheRow(LabServer server, CompletableFuture<Background> waiting) {
        if (!waiting.isDone()) {
            Background waiter = Background.run(server.root(), "UPDATE lab.rows_of_two SET v = 2 WHERE id = 1");
            await().atMost(PATIENCE).until(() -> isWaitedForARow(server));
            waiting.complete(waiter);
        }
    }

    private static boolean isWaitedForARow(LabServer server) {
        Sql sql = Sql.of(
                "looking for the waiter",
                "SELECT 1 AS n FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'");
        return !server.root().query(sql).isEmpty();
    }

    private static ReadLock acquired(SnapshotLock lock, StageLog log, ReadLock.Prelude prelude) {
        try {
            return lock.acquire(PATIENCE, 5, log, prelude, unused -> {});
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static boolean isAsked(Session looking) {
        Sql sql = Sql.of(
                "looking for the lock", "SELECT 1 AS n FROM information_schema.PROCESSLIST WHERE INFO LIKE 'FLUSH%'");
        return !looking.query(sql).isEmpty();
    }

    private static List<Client> atTables(MySqlServer server) {
        return server.with(session -> new Clients(session).atTablesLongerThan(ONE));
    }
}
