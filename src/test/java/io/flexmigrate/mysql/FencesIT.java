package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.Background;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.Secret;
import io.flexmigrate.time.SystemClock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FencesIT {

    private static final Map<LabVersion, LabServer> SERVERS = new EnumMap<>(LabVersion.class);
    private static final Duration ONE = Duration.ofSeconds(1);
    private static final Duration FIVE = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(8);
    /** For what happens at once where the machine has time for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String WRITE = "INSERT INTO lab.written (t) VALUES (NOW(6))";

    @BeforeAll
    static void start() {
        for (LabVersion version : LabVersion.values()) {
            LabServer server = Lab.start(version);
            SERVERS.put(version, server);
            server.execute(
                    "CREATE DATABASE lab",
                    "CREATE TABLE lab.looked_at (id INT PRIMARY KEY) ENGINE=InnoDB",
                    "INSERT INTO lab.looked_at VALUES (1)",
                    "CREATE TABLE lab.written (id INT AUTO_INCREMENT PRIMARY KEY, t DATETIME(6)) ENGINE=InnoDB",
                    "CREATE USER locker@'%' IDENTIFIED WITH mysql_native_password BY 'lab-locker'",
                    "GRANT ALL ON *.* TO locker@'%'");
        }
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(LabServer::close);
    }

    @ParameterizedTest
    @EnumSource
    void givesUpWhenAStatementKeepsATableOpenAndLeavesNobodyWaiting(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        try (Background reader = Background.run(server.root(), "SELECT SLEEP(100) FROM lab.looked_at")) {
            await().atMost(PATIENCE).until(reader::isAtWork);

            SystemClock.Stopwatch stopwatch = SystemClock.stopwatch();
            Optional<ReadLock> lock = new GlobalReadLock(locker(server)).tryAcquire(FIVE, LONG, LONG, () -> {});

            assertThat(lock).isEmpty();
            assertThat(stopwatch.elapsed()).isLessThan(FIVE.multipliedBy(2));
            await().atMost(PATIENCE).until(() -> sessions(server).isEmpty());
            try (Background writer = Background.run(server.root(), WRITE)) {
                assertThat(writer.endsWithin(PATIENCE)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsWhoIsAtATableForLongButNotWhoOnlyWaits(LabVersion version) {
        LabServer server = server(version);
        try (Background reader = Background.run(server.root(), "SELECT SLEEP(100), 'reads' FROM lab.looked_at");
                Background sleeper = Background.run(
                        server.root(), "START TRANSACTION WITH CONSISTENT SNAPSHOT", "SELECT SLEEP(100)");
                Session session = locker(server).open()) {
            Clients clients = new Clients(session);

            await().atMost(PATIENCE).until(sleeper::isAtWork);
            await().atMost(PATIENCE)
                    .until(() -> !clients.atTablesLongerThan(ONE).isEmpty());
            assertThat(sleeper.isAtWork()).isTrue();
            assertThat(clients.atTablesLongerThan(ONE))
                    .singleElement()
                    .satisfies(client -> assertThat(client.label()).contains("reads"));
            assertThat(reader.isAtWork()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsGoByItselfAtItsLimitAndCannotBeKeptAfterwards(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        try (ReadLock lock = acquire(server, LONG, FIVE);
                Background writer = Background.run(server.root(), WRITE)) {
            assertThat(lock.isHeld()).isTrue();
            assertThat(writer.endsWithin(ONE)).isFalse();

            assertThat(writer.endsWithin(PATIENCE)).isTrue();
            assertThat(lock.isHeld()).isFalse();
            assertThat(lock.heldFor()).isLessThan(FIVE.multipliedBy(2));
            assertThat(lock.keep()).isFalse();
            await().atMost(PATIENCE).until(() -> sessions(server).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isKeptPastItsLimitUntilItIsClosedAndWritersOnlyWait(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        try (ReadLock lock = acquire(server, FIVE, FIVE);
                Background writer = Background.run(server.root(), WRITE)) {
            assertThat(lock.keep()).isTrue();

            // longer than the limit and than the server's patience with a silent session
            assertThat(writer.endsWithin(Duration.ofSeconds(7))).isFalse();
            assertThat(lock.isHeld()).isTrue();
            lock.close();
            assertThat(writer.endsWithin(PATIENCE)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void noticesThatItsSessionWasKilled(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        try (ReadLock lock = acquire(server, SILENCE, LONG);
                Background writer = Background.run(server.root(), WRITE)) {
            sessions(server).forEach(id -> server.execute("KILL " + id));

            assertThat(writer.endsWithin(PATIENCE)).isTrue();
            await().atMost(SILENCE).until(() -> !lock.isHeld());
            assertThat(lock.keep()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isOneRunAtATimeUntilTheLockIsClosedOrItsSessionDies(LabVersion version) {
        LabServer server = server(version);
        try (NamedLock first =
                NamedLock.tryAcquire(locker(server), "migrate:lab").orElseThrow()) {
            assertThat(first.isHeld()).isTrue();
            assertThat(NamedLock.tryAcquire(locker(server), "migrate:lab")).isEmpty();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(sessions(server)).hasSize(1));
        }
        await().atMost(PATIENCE).until(() -> sessions(server).isEmpty());
        try (NamedLock second =
                NamedLock.tryAcquire(locker(server), "migrate:lab").orElseThrow()) {
            assertThat(second.isHeld()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void noticesAKilledSessionAtTheNextHeartbeat(LabVersion version) {
        LabServer server = server(version);
        try (KeptSession session = KeptSession.open(locker(server), "test", SILENCE)) {
            assertThat(session.isAlive()).isTrue();
            sessions(server).forEach(id -> server.execute("KILL " + id));

            await().atMost(SILENCE).until(() -> !session.isAlive());
        }
    }

    @ParameterizedTest
    @EnumSource
    void closesTheServerUnderTheLockSoThatAWaitingWriterIsRefused(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        try (Session admin = locker(server).open()) {
            WriteProtection protection = WriteProtection.with(admin, new Dialect(version.number()));
            WriteProtection.State before = protection.state();
            assertThat(before).isEqualTo(new WriteProtection.State(false, false));
            try (ReadLock lock = acquire(server, LONG, LONG);
                    Background writer = Background.run(server.root(), WRITE)) {
                assertThat(writer.endsWithin(Duration.ofMillis(300))).isFalse();
                protection.engage();
                lock.close();

                assertThat(writer.refusalWithin(PATIENCE)).contains("super-read-only");
            }
            assertThat(protection.state()).isEqualTo(new WriteProtection.State(true, true));
            protection.restore(before);
            assertThat(protection.state()).isEqualTo(before);
            server.execute(WRITE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void staysClosedOverARestartWhereTheServerCan(LabVersion version) {
        LabServer server = server(version);
        Dialect dialect = new Dialect(version.number());
        try (Session admin = locker(server).open()) {
            WriteProtection protection = WriteProtection.with(admin, dialect);
            protection.engage();
        }
        server.stop();
        server.start();

        try (Session admin = locker(server).open()) {
            WriteProtection protection = WriteProtection.with(admin, dialect);
            assertThat(protection.state().superReadOnly()).isEqualTo(version == LabVersion.MYSQL_8_0);
            protection.restore(new WriteProtection.State(false, false));
        }
        server.stop();
        server.start();
        server.execute(WRITE);
    }

    private static LabServer server(LabVersion version) {
        return Objects.requireNonNull(SERVERS.get(version));
    }

    private static ReadLock acquire(LabServer server, Duration silence, Duration limit) throws InterruptedException {
        return new GlobalReadLock(locker(server))
                .tryAcquire(FIVE, silence, limit, () -> {})
                .orElseThrow();
    }

    private static MySqlServer locker(LabServer server) {
        return MySqlServer.connecting(server.settings("source", "locker", new Secret("lab-locker")));
    }

    private static List<Long> sessions(LabServer server) {
        String query = "SELECT ID AS id FROM information_schema.PROCESSLIST WHERE USER = 'locker'";
        return server.root().query(Sql.of("looking for our sessions", query)).stream()
                .map(row -> row.number("id"))
                .toList();
    }
}
