package io.flexmigrate.stage.fence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.engine.CutOverAbortedException;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.lab.Background;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Secret;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.GuardEvent;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.ReadLock;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.plan.OnBlocker;
import io.flexmigrate.testing.MemoryJournal;
import io.flexmigrate.testing.TestingTime;
import io.flexmigrate.time.SystemClock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases {@code shop} of the account {@code app}, and {@code crm} of others; who is newer than 8.0.21 closes the schema too. */
class GroupFenceIT {

    private static final Map<LabVersion, LabServer> SERVERS = new EnumMap<>(LabVersion.class);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration DEAD_MAN = Duration.ofSeconds(5);
    private static final AccountName APP = new AccountName("app", "%");
    private static final AccountName LOCKED = new AccountName("dormant", "%");
    private static final String WRITE = "INSERT INTO shop.orders (t) VALUES (NOW(6))";
    private static final String WRITE_ELSEWHERE = "INSERT INTO crm.calls (t) VALUES (NOW(6))";

    @BeforeAll
    static void start() {
        for (LabVersion version : LabVersion.values()) {
            LabServer server = Lab.start(version, "--event-scheduler=ON");
            SERVERS.put(version, server);
            server.execute(
                    "CREATE DATABASE shop",
                    "CREATE DATABASE crm",
                    "CREATE TABLE shop.orders (id INT AUTO_INCREMENT PRIMARY KEY, t DATETIME(6)) ENGINE=InnoDB",
                    "CREATE TABLE crm.calls (id INT AUTO_INCREMENT PRIMARY KEY, t DATETIME(6)) ENGINE=InnoDB",
                    "CREATE EVENT shop.nightly ON SCHEDULE EVERY 1 DAY STARTS '2037-01-01' DO DELETE FROM shop.orders",
                    "CREATE USER app@'%' IDENTIFIED BY 'lab-app'",
                    "GRANT ALL ON shop.* TO app@'%'",
                    "CREATE USER dormant@'%' IDENTIFIED BY 'lab-app' ACCOUNT LOCK",
                    "GRANT ALL ON shop.* TO dormant@'%'",
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
    void closesTheGroupUnderWaitingWritersAndLetsOthersWrite(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        try (Session admin = locker(server).open()) {
            Fence fence = fence(server, admin);
            long before = orders(server);
            Map<String, String> standing = fence.standing();
            try (ReadLock lock = fence.acquire(LONG, log(), () -> {});
                    Background writer = Background.run(app(server), WRITE)) {
                BinlogCoordinates position = position(server);
                assertThat(writer.endsWithin(Duration.ofMillis(300))).isFalse();
                assertThat(lock.keep()).isTrue();
                server.execute(WRITE_ELSEWHERE);

                fence.shut(standing, lock);
                fence.confirm();

                assertThat(writer.refusalWithin(LONG)).isNotEmpty();
                assertThat(orders(server)).isEqualTo(before);
                assertThat(fence.isShut(standing)).isTrue();
                assertThatThrownBy(() -> app(server).open()).isInstanceOf(MySqlException.class);
                server.execute(WRITE_ELSEWHERE);
                assertThat(fence.changesSince(position, Set.of())).isEmpty();
                assertThat(events(server)).doesNotContain("migrate_guard");
            } finally {
                fence.lift(standing);
            }
            assertThat(fence.isShut(standing)).isFalse();
            app(server).execute(Sql.of("writing", WRITE));
            assertThat(fence.standing()).isEqualTo(standing);
            assertThat(standing.values()).doesNotContain(LOCKED.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void opensByItselfWhenWeDieBeforeTheEnd(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        SystemClock.Stopwatch dead;
        Map<String, String> standing;
        try (Session admin = locker(server).open()) {
            Fence fence = fence(server, admin, DEAD_MAN);
            standing = fence.standing();
            try (ReadLock lock = fence.acquire(LONG, log(), () -> {})) {
                assertThat(lock.keep()).isTrue();
                dead = SystemClock.stopwatch();
                fence.shut(standing, lock);
            }
            assertThatThrownBy(() -> app(server).open()).isInstanceOf(MySqlException.class);
        }
        await().atMost(LONG).ignoreExceptions().until(() -> {
            app(server).execute(Sql.of("writing", WRITE));
            return true;
        });
        assertThat(dead.elapsed()).isLessThan(DEAD_MAN.plusSeconds(1));
        try (Session admin = locker(server).open()) {
            Fence fence = fence(server, admin);
            fence.lift(standing);
            assertThat(fence.standing()).isEqualTo(standing);
            assertThat(events(server)).doesNotContain("migrate_guard");
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysThatItMayHaveBeenOpenedWhenTheEndComesTooLate(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        try (Session admin = locker(server).open()) {
            Fence fence = fence(server, admin, DEAD_MAN);
            Map<String, String> standing = fence.standing();
            try (ReadLock lock = fence.acquire(LONG, log(), () -> {})) {
                fence.shut(standing, lock);
                admin.query(Sql.of("being late", "SELECT SLEEP(4.5)"));

                assertThatThrownBy(fence::confirm)
                        .isInstanceOf(CutOverAbortedException.class)
                        .hasMessageContaining("dead_man_after");
            } finally {
                fence.lift(standing);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void seesWhatWasWrittenToTheGroupAndNothingElse(LabVersion version) {
        LabServer server = server(version);
        try (Session admin = locker(server).open()) {
            Fence fence = fence(server, admin);
            BinlogCoordinates start = position(server);
            server.execute(WRITE_ELSEWHERE, "FLUSH BINARY LOGS", WRITE_ELSEWHERE, "CREATE TABLE crm.shopping (id INT)");
            assertThat(fence.changesSince(start, Set.of())).isEmpty();

            server.execute(WRITE);
            assertThat(fence.changesSince(start, Set.of()))
                    .singleElement()
                    .asString()
                    .contains("Table_map");
            assertThat(fence.changesBetween(start, position(server), Set.of())).hasSize(1);
            BinlogCoordinates later = position(server);
            assertThat(fence.changesBetween(later, later, Set.of())).isEmpty();
            server.execute("CREATE TABLE shop.late (id INT)", "DROP TABLE shop.late, crm.shopping");
            assertThat(fence.changesBetween(later, position(server), Set.of())).hasSize(2);
            assertThat(fence.changesSince(later, Set.of())).hasSize(2).allMatch(event -> event.contains("Query"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void closesAgainWhatCameOpenAndEndsWhoCameIn(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        try (Session admin = locker(server).open()) {
            Fence fence = fence(server, admin);
            Map<String, String> standing = fence.standing();
            try (Background straggler = Background.run(app(server), "SELECT SLEEP(20)")) {
                await().atMost(LONG).until(straggler::isAtWork);
                BinlogCoordinates position = position(server);

                fence.shutAgain(standing);

                assertThat(straggler.refusalWithin(LONG)).isNotEmpty();
                assertThat(fence.isShut(standing)).isTrue();
                assertThat(position(server)).isEqualTo(position);
            } finally {
                fence.lift(standing);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesWhoIsInTheWayAndStallsNobodyForHim(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        try (Session admin = locker(server).open();
                Background busy = Background.run(app(server), "START TRANSACTION", WRITE, "SELECT SLEEP(60), 'busy'")) {
            await().atMost(LONG).until(() -> busy.isAtWork() && hasTransaction(server));

            assertThatThrownBy(() -> fence(server, admin).acquire(LONG, log(), () -> {}))
                    .isInstanceOf(StageFailedException.class)
                    .hasMessageContaining("The tables of shop could not be locked")
                    .hasMessageContaining(version == LabVersion.MYSQL_5_7 ? "does not tell" : "of app@127.0.0.1");
        }
    }

    private static boolean hasTransaction(LabServer server) {
        String query = "SELECT trx_id FROM information_schema.INNODB_TRX WHERE trx_rows_modified > 0";
        return !server.root().query(Sql.of("looking for a transaction", query)).isEmpty();
    }

    /** One whose guard does not run while a test is at it. */
    private static Fence fence(LabServer server, Session admin) {
        return fence(server, admin, LONG);
    }

    private static Fence fence(LabServer server, Session admin, Duration deadMan) {
        Dialect dialect = new Dialect(ServerVersion.parse(server.root()
                .query(Sql.of("asking", "SELECT VERSION() AS v"))
                .get(0)
                .text("v")));
        List<String> databases = List.of("shop");
        FenceKind kind = dialect.canCloseSchemas() ? FenceKind.SCHEMAS : FenceKind.ACCOUNTS;
        return new GroupFence(
                new TablesLock(
                        locker(server),
                        databases,
                        new BlockerEnding(OnBlocker.WAIT, server.root()),
                        unused -> {},
                        deadMan),
                GroupClosing.of(
                        kind, admin, databases, List.of(APP, LOCKED), GuardEvent.of(admin, "lab", "web"), false),
                new GuardWatch(deadMan),
                dialect);
    }

    private static StageLog log() {
        return new StageLog(StageName.CUT_OVER, new MemoryJournal(), new TestingTime());
    }

    private static BinlogCoordinates position(LabServer server) {
        return server.root()
                .with(session -> new Binlog(
                                session,
                                new Dialect(ServerVersion.parse(session.query(Sql.of("asking", "SELECT VERSION() AS v"))
                                        .get(0)
                                        .text("v"))))
                        .coordinates()
                        .orElseThrow());
    }

    private static long orders(LabServer server) {
        return server.root()
                .query(Sql.of("counting", "SELECT COUNT(*) AS n FROM shop.orders"))
                .get(0)
                .number("n");
    }

    private static String events(LabServer server) {
        return server.root()
                .query(Sql.of(
                        "listing the events",
                        "SELECT COALESCE(GROUP_CONCAT(EVENT_NAME), '') AS names FROM information_schema.EVENTS"))
                .get(0)
                .text("names");
    }

    private static MySqlServer app(LabServer server) {
        return MySqlServer.connecting(server.settings("source", "app", new Secret("lab-app")));
    }

    private static MySqlServer locker(LabServer server) {
        return MySqlServer.connecting(server.settings("source", "locker", new Secret("lab-locker")));
    }

    private static LabServer server(LabVersion version) {
        return Objects.requireNonNull(SERVERS.get(version));
    }
}
