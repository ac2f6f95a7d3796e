package io.flexmigrate.mysql.binlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.Secret;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Checksums;
import io.flexmigrate.mysql.ChunkKey;
import io.flexmigrate.mysql.ChunkKeys;
import io.flexmigrate.mysql.ChunkReader;
import io.flexmigrate.mysql.ConnectionSettings;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.Rendering;
import io.flexmigrate.mysql.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BinlogFollowerIT {

    private static final Secret PASSWORD = new Secret("lab-Follow-1");
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Map<LabVersion, LabServer> servers = new EnumMap<>(LabVersion.class);

    /** A kind of key, and values of it that are odd. */
    private record Keyed(String column, List<String> values) {}

    private static final List<Keyed> KEYS = List.of(
            new Keyed("TINYINT", List.of("-128", "-1", "0", "127")),
            new Keyed("TINYINT UNSIGNED", List.of("0", "128", "255")),
            new Keyed("SMALLINT UNSIGNED", List.of("0", "32768", "65535")),
            new Keyed("MEDIUMINT", List.of("-8388608", "-1", "8388607")),
            new Keyed("MEDIUMINT UNSIGNED", List.of("0", "8388608", "16777215")),
            new Keyed("INT", List.of("-2147483648", "-1", "7")),
            new Keyed("INT UNSIGNED", List.of("0", "2147483648", "4294967295")),
            new Keyed("BIGINT", List.of("-9223372036854775808", "-1", "9223372036854775807")),
            new Keyed("BIGINT UNSIGNED", List.of("0", "9223372036854775808", "18446744073709551615")),
            new Keyed("DECIMAL(30,10)", List.of("-99999999999999999999.0000000001", "0", "1.50")),
            new Keyed("YEAR", List.of("0000", "1901", "2155")),
            new Keyed("BIT(1)", List.of("b'0'", "b'1'")),
            new Keyed("BIT(64)", List.of("b'0'", "1", "0xFFFFFFFFFFFFFFFF", "0x8000000000000001")),
            new Keyed("ENUM('a','b','c')", List.of("'a'", "'c'")),
            new Keyed("SET('a','b','c')", List.of("''", "'a,c'")),
            new Keyed("DATE", List.of("'1583-01-01'", "'1969-12-31'", "'9999-12-31'")),
            new Keyed("DATETIME", List.of("'1583-01-01 00:00:00'", "'1969-12-31 23:59:59'", "'2026-03-29 02:30:00'")),
            new Keyed("DATETIME(3)", List.of("'1969-12-31 23:59:59.001'", "'2026-01-01 00:00:00.999'")),
            new Keyed("DATETIME(6)", List.of("'1969-12-31 23:59:59.000001'", "'2026-01-01 00:00:00.999999'")),
            new Keyed("TIMESTAMP(6)", List.of("'1970-01-02 00:00:00.000001'", "'2038-01-18 00:00:00.999999'")),
            new Keyed("TIMESTAMP", List.of("'1970-01-02 00:00:00'", "'2026-03-29 03:30:00'")),
            new Keyed("CHAR(10)", List.of("''", "'a'", "'b '", "'''\\\\'")),
            new Keyed("CHAR(10) CHARACTER SET utf8mb4", List.of("_utf8mb4 x'F09F9880'", "'a'")),
            new Keyed("VARCHAR(20) CHARACTER SET latin1", List.of("_latin1 x'E9'", "'a'", "'A b'")),
            new Keyed("VARCHAR(20) CHARACTER SET ucs2", List.of("'a'", "'Z'")),
            new Keyed("VARCHAR(300) CHARACTER SET utf8 COLLATE utf8_bin", List.of("REPEAT('x', 255)", "'a'", "'A'")),
            new Keyed("BINARY(16)", List.of("x''", "x'0001'", "x'FF00'", "UNHEX(MD5('x'))")),
            new Keyed("BINARY(200)", List.of("x''", "x'61'")),
            new Keyed("VARBINARY(20)", List.of("x''", "x'00'", "x'FF00'")));

    @BeforeAll
    void start() {
        for (LabVersion version : List.of(LabVersion.MYSQL_5_7, LabVersion.MYSQL_8_0)) {
            LabServer server = Lab.start(version);
            servers.put(version, server);
            server.execute(
                    "CREATE USER follow@'%' IDENTIFIED WITH mysql_native_password BY '" + PASSWORD.value() + "'",
                    "GRANT SELECT, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO follow@'%'");
        }
    }

    @AfterAll
    void stop() {
        servers.values().forEach(LabServer::close);
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void tellsTheKeyOfEveryRowInAWayThatFindsIt(LabVersion version) throws InterruptedException {
        for (String image : List.of("FULL", "MINIMAL")) {
            for (Keyed keyed : KEYS) {
                tellsKeys(server(version), keyed, image);
            }
        }
    }

    private static void tellsKeys(LabServer server, Keyed keyed, String image) throws InterruptedException {
        TableName table = new TableName("keys", "k");
        server.execute(
                "SET SESSION sql_mode = '', explicit_defaults_for_timestamp = ON",
                "DROP DATABASE IF EXISTS `keys`",
                "CREATE DATABASE `keys`",
                "CREATE TABLE `keys`.k (pad INT, g INT AS (pad + 1) VIRTUAL, id " + keyed.column()
                        + " NOT NULL, words VARCHAR(20), PRIMARY KEY (id))");
        BinlogCoordinates before = coordinates(server);
        List<String> statements = new ArrayList<>(
                List.of("SET SESSION sql_mode = '', binlog_row_image = " + image + ", time_zone = '+05:30'"));
        keyed.values()
                .forEach(value -> statements.add("INSERT INTO `keys`.k (id, words) VALUES (" + value + ", 'new')"));
        server.execute(statements);
        Heard inserted = heard(server, before);

        BinlogCoordinates middle = coordinates(server);
        server.execute(statements.get(0), "UPDATE `keys`.k SET words = 'other'");
        Heard updated = heard(server, middle);

        try (Session session = server.root().open()) {
            new Checksums(session).prepare();
            List<Rendering> columns = new Checksums(session).columns(table);
            ChunkKey key = new ChunkKeys(session).of(table, columns).get(0);
            ImageKeys keys = ImageKeys.of(session, table, key);
            ChunkReader reader = new ChunkReader(session, table, columns, key);
            for (Heard heard : List.of(inserted, updated)) {
                List<RowKey> found = heard.rows.stream()
                        .flatMap(rows -> rows.images().stream().map(keys::of))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
                assertThat(reader.hashes(found).keySet())
                        .as(keyed.column() + " " + image + " " + found)
                        .hasSameSizeAs(keyed.values());
                assertThat(found).hasSameSizeAs(keyed.values());
            }
        }
    }

    private static final List<Keyed> UNREADABLE = List.of(
            new Keyed("DATE", List.of("'0000-00-00'", "'2026-00-00'", "'1582-10-15'", "'1000-01-01'")),
            new Keyed("DATETIME(6)", List.of("'0000-00-00 00:00:00'", "'1000-01-01 00:00:00'")),
            new Keyed("TIME", List.of("'-838:59:59'", "'00:00:01'")));

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void ownsUpToKeysItCannotRead(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        for (Keyed keyed : UNREADABLE) {
            server.execute(
                    "DROP DATABASE IF EXISTS `keys`",
                    "CREATE DATABASE `keys`",
                    "CREATE TABLE `keys`.k (id " + keyed.column() + " NOT NULL PRIMARY KEY)");
            BinlogCoordinates before = coordinates(server);
            server.execute(
                    "SET SESSION sql_mode = ''",
                    "INSERT INTO `keys`.k VALUES (" + String.join("), (", keyed.values()) + ")");
            Heard heard = heard(server, before);

            TableName table = new TableName("keys", "k");
            ImageKeys keys = server.root().with(session -> {
                ChunkKey key = new ChunkKeys(session)
                        .of(table, new Checksums(session).columns(table))
                        .get(0);
                return ImageKeys.of(session, table, key);
            });
            assertThat(heard.rows.get(0).images())
                    .hasSameSizeAs(keyed.values())
                    .allSatisfy(image -> assertThat(keys.of(image)).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void tellsDeletionsChangedKeysStatementsAndWhereItIs(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        server.execute(
                "DROP DATABASE IF EXISTS told", "CREATE DATABASE told", "CREATE TABLE told.t (id INT PRIMARY KEY)");
        BinlogCoordinates before = coordinates(server);

        server.execute(
                "INSERT INTO told.t VALUES (1), (2)",
                "UPDATE told.t SET id = 3 WHERE id = 2",
                "FLUSH BINARY LOGS",
                "DELETE FROM told.t WHERE id = 1",
                "ALTER TABLE told.t ADD COLUMN c INT",
                "SET SESSION binlog_format = STATEMENT",
                "INSERT INTO told.t VALUES (9, 9)",
                "FLUSH BINARY LOGS");
        Heard heard = heard(server, before);

        assertThat(heard.rows)
                .extracting(rows -> rows.kind() + " "
                        + rows.images().stream()
                                .map(image -> image.value(1).orElseThrow())
                                .toList())
                .containsExactly("INSERT [1, 2]", "UPDATE [2, 3]", "DELETE [1]");
        assertThat(heard.statements)
                .extracting(WrittenStatement::text)
                .containsExactly("ALTER TABLE told.t ADD COLUMN c INT", "INSERT INTO told.t VALUES (9, 9)");
        assertThat(heard.unknown).isEmpty();
        assertThat(heard.rows).extracting(ChangedRows::upTo).isSorted();
        assertThat(heard.rows).allMatch(rows -> rows.upTo().isAtOrAfter(before));
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void saysInWordsWhenTheBinlogIsGoneOrTheServerIs(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        BinlogCoordinates gone = coordinates(server);
        server.execute("FLUSH BINARY LOGS");
        BinlogCoordinates now = coordinates(server);
        // because a server keeps a file for a follower who has gone until it notices that
        await().atMost(LONG).until(() -> isPurged(server, gone, now));

        assertThatThrownBy(() -> heard(server, gone))
                .isInstanceOfSatisfying(
                        MySqlException.class,
                        refused -> assertThat(refused.errorNumber()).isEqualTo(1236))
                .hasMessageContaining("source: following the binlog failed")
                .hasMessageNotContaining(PASSWORD.value());

        try (BinlogFollower follower =
                BinlogFollower.following(settings(server)).open(now, new Heard())) {
            BinlogCoordinates far = new BinlogCoordinates(now.file(), 4_000_000_000L);
            assertThat(follower.awaitTold(far, Duration.ofMillis(50))).isFalse();
            server.stop();
            assertThatThrownBy(() -> follower.awaitTold(far, LONG))
                    .isInstanceOf(MySqlException.class)
                    .hasMessageContaining("following the binlog failed");
        } finally {
            server.start();
        }
    }

    /** What was told. */
    private static final class Heard implements BinlogChanges {

        private final List<ChangedRows> rows = new ArrayList<>();
        private final List<WrittenStatement> statements = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();

        @Override
        public void rows(ChangedRows changed) {
            rows.add(changed);
        }

        @Override
        public void statement(WrittenStatement statement) {
            statements.add(statement);
        }

        @Override
        public void unknown(String what, BinlogCoordinates upTo) {
            unknown.add(what);
        }
    }

    private static Heard heard(LabServer server, BinlogCoordinates from) throws InterruptedException {
        Heard heard = new Heard();
        try (BinlogFollower follower =
                BinlogFollower.following(settings(server)).open(from, heard)) {
            assertThat(follower.awaitTold(coordinates(server), LONG)).isTrue();
        }
        return heard;
    }

    private static boolean isPurged(LabServer server, BinlogCoordinates gone, BinlogCoordinates now) {
        server.execute("PURGE BINARY LOGS TO '" + now.file() + "'");
        try (Session session = server.root().open()) {
            return !binlog(server, session).has(gone);
        }
    }

    private LabServer server(LabVersion version) {
        return Objects.requireNonNull(servers.get(version));
    }

    private static ConnectionSettings settings(LabServer server) {
        return server.settings("source", "follow", PASSWORD);
    }

    private static BinlogCoordinates coordinates(LabServer server) {
        return server.root()
                .with(session -> binlog(server, session).coordinates().orElseThrow());
    }

    private static Binlog binlog(LabServer server, Session session) {
        return new Binlog(session, new Dialect(server.version().number()));
    }
}
