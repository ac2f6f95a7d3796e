package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.Background;
import io.flexmigrate.lab.FailingRelay;
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
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TablesReadLockIT {

    private static final Map<LabVersion, LabServer> SERVERS = new EnumMap<>(LabVersion.class);
    private static final Duration ONE = Duration.ofSeconds(1);
    private static final Duration FIVE = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(8);
    /** For what happens at once where the machine has time for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String WRITE = "INSERT INTO shop.orders (t) VALUES (NOW(6))";
    private static final String WRITE_ELSEWHERE = "INSERT INTO crm.calls (t) VALUES (NOW(6))";

    @BeforeAll
    static void start() {
        for (LabVersion version : LabVersion.values()) {
            LabServer server = Lab.start(version);
            SERVERS.put(version, server);
            server.execute(
                    "CREATE DATABASE shop",
                    "CREATE DATABASE crm",
                    "CREATE TABLE shop.orders (id INT AUTO_INCREMENT PRIMARY KEY, t DATETIME(6)) ENGINE=InnoDB",
                    "CREATE VIEW shop.seen AS SELECT id FROM shop.orders",
                    "CREATE TABLE crm.calls (id INT AUTO_INCREMENT PRIMARY KEY, t DATETIME(6)) ENGINE=InnoDB",
                    "CREATE USER locker@'%' IDENTIFIED BY 'lab-locker'",
                    "GRANT ALL ON *.* TO locker@'%'");
        }
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(LabServer::close);
    }

    @ParameterizedTest
    @EnumSource
    void makesWritersOfItsDatabasesWaitAndNobodyElse(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        try (ReadLock lock = acquire(server, "shop");
                Background writer = Background.run(server.root(), WRITE);
                Background other = Background.run(server.root(), WRITE_ELSEWHERE)) {
            assertThat(other.endsWithin(PATIENCE)).isTrue();
            assertThat(writer.endsWithin(Duration.ofMillis(500))).isFalse();

            lock.close();

            assertThat(writer.endsWithin(PATIENCE)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesUpWhenATransactionHasWrittenAndLeavesNobodyWaiting(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        try (Background busy = Background.run(server.root(), "START TRANSACTION", WRITE, "SELECT SLEEP(100)")) {
            await().atMost(PATIENCE).until(busy::isAtWork);
            SystemClock.Stopwatch stopwatch = SystemClock.stopwatch();

            assertThat(lock(server, "shop").tryAcquire(FIVE, SILENCE, LONG, () -> {}))
                    .isEmpty();

            assertThat(stopwatch.elapsed()).isLessThan(FIVE.multipliedBy(2));
            try (Background writer = Background.run(server.root(), WRITE)) {
                assertThat(writer.endsWithin(PATIENCE)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsGoByItselfAtItsLimitSoThatNoWriterFails(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        try (ReadLock lock = lock(server, "shop")
                        .tryAcquire(FIVE, LONG, FIVE, () -> {})
                        .orElseThrow();
                Background writer = Background.run(server.root(), WRITE)) {
            assertThat(writer.endsWithin(ONE)).isFalse();
            assertThat(writer.endsWithin(PATIENCE)).isTrue();
            assertThat(lock.keep()).isFalse();
            assertThat(lock.heldFor()).isLessThan(FIVE.multipliedBy(2));
        }
    }

    /** Whoever writes to a table that was made between the listing and the lock is not held up by it. */
    @ParameterizedTest
    @EnumSource
    void isNotKeptWhereATableWasMadeJustBeforeItWasGiven(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        try (Background busy = Background.run(server.root(), "START TRANSACTION", WRITE, "SELECT SLEEP(100)")) {
            await().atMost(PATIENCE).until(busy::isAtWork);
            CompletableFuture<Optional<ReadLock>> asked = CompletableFuture.supplyAsync(() -> tried(server, PATIENCE));
            await().atMost(PATIENCE).until(() -> isAsked(server));
            server.execute("CREATE TABLE shop.late (id INT PRIMARY KEY) ENGINE=InnoDB");
            busy.close();
            try (ReadLock lock = asked.join().orElseThrow()) {
                assertThat(lock.isHeld()).isTrue();
                assertThat(lock.keep()).isFalse();
            }
        }
        try (ReadLock lock = acquire(server, "shop")) {
            assertThat(lock.keep()).isTrue();
        }
        server.execute("DROP TABLE shop.late");
    }

    private static Optional<ReadLock> tried(LabServer server, Duration wait) {
        try {
            return lock(server, "shop").tryAcquire(wait, LONG, LONG, () -> {});
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static boolean isAsked(LabServer server) {
        Sql sql = Sql.of(
                "looking for the lock",
                "SELECT 1 AS n FROM information_schema.PROCESSLIST WHERE INFO LIKE 'LOCK TABLES%' AND STATE LIKE 'Waiting%'");
        return !server.root().query(sql).isEmpty();
    }

    /** The relay swallows everything after so many messages, most of which are heartbeats. */
    @ParameterizedTest
    @EnumSource
    void isDroppedByTheServerWhenTheNetworkSwallowsOurHeartbeat(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        try (FailingRelay relay = FailingRelay.freezing(server.port(), 45)) {
            ConnectionSettings direct = server.settings("source", "locker", new Secret("lab-locker"));
            MySqlServer behind = MySqlServer.connecting(new ConnectionSettings(
                    "source",
                    "127.0.0.1",
                    relay.port(),
                    direct.user(),
                    direct.password(),
                    direct.sslMode(),
                    direct.ca()));
            ReadLock lock = new TablesReadLock(behind, List.of("shop"))
                    .tryAcquire(FIVE, Duration.ofSeconds(2), LONG, () -> {})
                    .orElseThrow();
            try (Background writer = Background.run(server.root(), WRITE)) {
                assertThat(writer.endsWithin(ONE)).isFalse();
                assertThat(writer.endsWithin(Duration.ofSeconds(40))).isTrue();
                await().atMost(PATIENCE).until(() -> !lock.isHeld());
                assertThat(lock.keep()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void locksAThousandTablesInATimeThatAPauseBears(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        server.execute("CREATE DATABASE wide");
        server.execute(IntStream.range(0, 1_000)
                .mapToObj(i -> "CREATE TABLE wide.t" + i + " (id INT PRIMARY KEY) ENGINE=InnoDB")
                .toArray(String[]::new));

        try (ReadLock lock = acquire(server, "wide")) {
            // 130 ms on 5.7.22, 540 to 1020 ms on 8.0.15, on two busy cores
            assertThat(lock.heldFor()).isLessThan(Duration.ofSeconds(3));
            try (Background writer = Background.run(server.root(), "INSERT INTO wide.t999 VALUES (1)")) {
                assertThat(writer.endsWithin(Duration.ofMillis(300))).isFalse();
            }
        }
        server.execute("DROP DATABASE wide");
    }

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void takesNoTroubleOfThePreludeForALockThatIsRefused(LabVersion version) {
        LabServer server = server(version);
        ReadLock.Prelude prelude =
                () -> server.root().query(Sql.of("looking at what is not there", "SELECT * FROM shop.nowhere"));

        assertThatThrownBy(() -> lock(server, "shop").tryAcquire(FIVE, SILENCE, LONG, prelude))
                .isInstanceOf(MySqlException.class)
                .hasMessageContaining("looking at what is not there");
    }

    private static ReadLock acquire(LabServer server, String database) throws InterruptedException {
        return lock(server, database).tryAcquire(FIVE, SILENCE, LONG, () -> {}).orElseThrow();
    }

    private static TablesReadLock lock(LabServer server, String database) {
        return new TablesReadLock(
                MySqlServer.connecting(server.settings("source", "locker", new Secret("lab-locker"))),
                List.of(database));
    }

    private static LabServer server(LabVersion version) {
        return Objects.requireNonNull(SERVERS.get(version));
    }
}
