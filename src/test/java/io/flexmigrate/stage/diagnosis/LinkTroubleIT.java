package io.flexmigrate.stage.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Ha;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.LinkStart;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ReplicationChannel;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.mysql.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Links that are broken for real, each in another way, and what is said of them. */
class LinkTroubleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Secret PASSWORD = new Secret("lab-repl");

    private static final Map<LabVersion, LabServer> SOURCES = new EnumMap<>(LabVersion.class);

    private static final LabServer TARGET = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE);

    @BeforeAll
    static void boot() {
        CompletableFuture<LabServer> old = CompletableFuture.supplyAsync(() -> Lab.start(LabVersion.MYSQL_5_7));
        SOURCES.put(LabVersion.MYSQL_8_0, Lab.start(LabVersion.MYSQL_8_0));
        SOURCES.put(LabVersion.MYSQL_5_7, old.join());
        SOURCES.values()
                .forEach(source -> source.execute(
                        "CREATE USER repl@'%' IDENTIFIED WITH mysql_native_password BY '" + PASSWORD.value() + "'",
                        "GRANT REPLICATION SLAVE ON *.* TO repl@'%'",
                        "CREATE USER poor@'%' IDENTIFIED WITH mysql_native_password BY '" + PASSWORD.value() + "'"));
    }

    @AfterAll
    static void stop() {
        SOURCES.values().forEach(LabServer::close);
        TARGET.close();
    }

    @ParameterizedTest
    @EnumSource
    void namesTheRowThatIsNotThere(LabVersion version) {
        linkWithTable(version);
        onTarget("DELETE FROM d.t WHERE id = 1");

        source(version).execute("UPDATE d.t SET v = 'b' WHERE id = 1");

        assertThat(said(version))
                .contains(
                        "The applier says error 1032:",
                        "table d.t",
                        "A row that the source changed is not on the target")
                .containsPattern(
                        "in the transaction at binlog\\.\\d+:\\d+ of the source: .*Table_map table_id: \\d+ \\(d\\.t\\)");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheRowThatIsThereAlready(LabVersion version) {
        linkWithTable(version);
        onTarget("INSERT INTO d.t VALUES (2, 'x')");

        source(version).execute("INSERT INTO d.t VALUES (2, 'b')");

        assertThat(said(version)).contains("says error 1062:", "table d.t", "Duplicate entry '2'", "Write_rows");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheTableAndTheDatabaseThatTheTargetLacks(LabVersion version) {
        linkWithTable(version);
        onTarget("DROP TABLE d.t");
        source(version).execute("INSERT INTO d.t VALUES (3, 'b')");
        assertThat(said(version)).contains("says error 1146:", "d.t", "The target lacks a table or a database");

        linkWithTable(version);
        source(version)
                .execute(
                        "SET sql_log_bin = 0",
                        "CREATE DATABASE hidden",
                        "SET sql_log_bin = 1",
                        "CREATE TABLE hidden.a (id INT)");
        assertThat(said(version)).contains("says error 1049:", "hidden", "CREATE TABLE hidden.a");
        source(version).execute("SET sql_log_bin = 0", "DROP DATABASE hidden");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheColumnThatDiffers(LabVersion version) {
        linkWithTable(version);
        onTarget("DELETE FROM d.t", "ALTER TABLE d.t MODIFY v INT");

        source(version).execute("INSERT INTO d.t VALUES (4, 'b')");

        assertThat(said(version)).contains("says error 13146:", "Column 1 of table 'd.t'", "A column has another type");
    }

    /** The flexible server's filter for the schema mysql keeps statements about accounts out, so they stop nothing. */
    @ParameterizedTest
    @EnumSource
    void isNotStoppedByAnAccountThatIsThereAlready(LabVersion version) {
        linkWithTable(version);
        onTarget("DROP USER IF EXISTS twice@localhost", "CREATE USER twice@localhost");

        source(version).execute("CREATE USER twice@localhost", "INSERT INTO d.t VALUES (7, 'b')");

        await().atMost(PATIENCE)
                .until(() -> value("SELECT COUNT(*) AS value FROM d.t", TARGET).equals("2"));
        source(version).execute("SET sql_log_bin = 0", "DROP USER twice@localhost");
    }

    @ParameterizedTest
    @EnumSource
    void saysOfARefusedLoginWhichAccountsThereAre(LabVersion version) {
        link(version, upstream(version, "repl", "wrong", ""));
        assertThat(said(version))
                .contains("The receiver says error 1045:", "The source has 'repl'@'%' (mysql_native_password).");

        link(version, upstream(version, "nobody", "x", ""));
        assertThat(said(version, "nobody")).contains("The source has no account named nobody.");

        link(version, upstream(version, "poor", PASSWORD.value(), ""));
        assertThat(said(version, "poor"))
                .contains("(Errno: 1045)", "'poor'@'%' (mysql_native_password, without REPLICATION SLAVE).");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhomTheTargetTriesToReach(LabVersion version) {
        LabServer source = source(version);
        link(version, new Upstream(source.host(), 1, "repl", PASSWORD, ""));
        assertThat(said(version)).contains("says error 2003:", "The target tries " + source.host() + ":1.");

        link(version, new Upstream("no-such-host.invalid", source.port(), "repl", PASSWORD, ""));
        assertThat(said(version)).contains("says error 2005:", "does not know the source's host name");
    }

    @ParameterizedTest
    @EnumSource(names = "MYSQL_8_0")
    void tellsAPluginThatNeedsTlsFromAnAuthorityThatIsNotTrusted(LabVersion version) throws IOException {
        source(version)
                .execute(
                        "DROP USER IF EXISTS sha@'%'",
                        "CREATE USER sha@'%' IDENTIFIED WITH caching_sha2_password BY 'x'",
                        "GRANT REPLICATION SLAVE ON *.* TO sha@'%'");
        link(version, upstream(version, "sha", "x", ""));
        assertThat(said(version, "sha"))
                .contains("says error 2061:", "'sha'@'%' (caching_sha2_password)", "wants an encrypted connection");

        link(version, upstream(version, "repl", PASSWORD.value(), Files.readString(TARGET.caCertificate())));
        assertThat(said(version)).contains("says error 2026:", "do not agree on an encrypted connection");
    }

    @ParameterizedTest
    @EnumSource
    void showsTheIdentitiesThatClash(LabVersion version) {
        String before = value("SELECT @@GLOBAL.server_id AS value", TARGET);
        String ofSource = value("SELECT @@GLOBAL.server_id AS value", source(version));
        onTarget("STOP SLAVE", "SET GLOBAL server_id = " + ofSource);
        try {
            link(version, upstream(version, "repl", PASSWORD.value(), ""));
            assertThat(said(version))
                    .contains("equal MySQL server ids", "The source has server_id " + ofSource + ", server_uuid ")
                    .contains("the target server_id " + ofSource);
        } finally {
            onTarget("STOP SLAVE", "SET GLOBAL server_id = " + before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhichBinlogsAreStillThere(LabVersion version) {
        linkWithTable(version);
        onTarget("STOP SLAVE");
        source(version).execute("INSERT INTO d.t VALUES (5, 'b')", "FLUSH BINARY LOGS", "FLUSH BINARY LOGS");
        String kept = value("SHOW MASTER STATUS", "File", source(version));
        // because what sends to a receiver that was stopped may be reading an older one still
        await().atMost(PATIENCE).until(() -> {
            source(version).execute("PURGE BINARY LOGS TO '" + kept + "'");
            return value("SHOW BINARY LOGS", "Log_name", source(version)).equals(kept);
        });
        onTarget("START SLAVE");

        assertThat(said(version))
                .contains(
                        "The source no longer has the binlog that the target needs",
                        "the source has " + kept + " to " + kept)
                .containsPattern("says error (1236|13114):");
    }

    @ParameterizedTest
    @EnumSource
    void takesTooManyConnectionsForSomethingThatPasses(LabVersion version) {
        try (Session only = source(version).root().open()) {
            BinlogCoordinates now =
                    new Binlog(only, dialect(version)).coordinates().orElseThrow();
            only.execute(Sql.of("taking no more connections", "SET GLOBAL max_connections = 1"));
            try {
                point(upstream(version, "repl", PASSWORD.value(), ""), now);
                LinkDiagnosis diagnosis = diagnosis("repl", only);
                assertThat(diagnosis.words()).contains("says error 1040:", "takes no more connections");
                assertThat(diagnosis.mayPass()).isTrue();
            } finally {
                only.execute(Sql.of("taking connections again", "SET GLOBAL max_connections = 151"));
            }
        }
    }

    private static LabServer source(LabVersion version) {
        return Objects.requireNonNull(SOURCES.get(version));
    }

    private static Upstream upstream(LabVersion version, String user, String password, String certificates) {
        return new Upstream(source(version).host(), source(version).port(), user, new Secret(password), certificates);
    }

    private static void onTarget(String... statements) {
        TARGET.root().with(session -> {
            session.execute(Sql.of("leaving the binlog out", "SET sql_log_bin = 0"));
            for (String statement : statements) {
                session.execute(Sql.of("spoiling the target", statement));
            }
            return statements;
        });
    }

    /** A running link, with a table of one row on both sides. */
    private static void linkWithTable(LabVersion version) {
        source(version).execute("SET sql_log_bin = 0", "DROP DATABASE IF EXISTS d");
        onTarget("STOP SLAVE", "RESET SLAVE ALL", "DROP DATABASE IF EXISTS d");
        link(version, upstream(version, "repl", PASSWORD.value(), ""));
        source(version)
                .execute(
                        "CREATE DATABASE d",
                        "CREATE TABLE d.t (id INT PRIMARY KEY, v VARCHAR(10))",
                        "INSERT INTO d.t VALUES (1, 'a')");
        await().atMost(PATIENCE)
                .until(() -> value(
                                        "SELECT COUNT(*) AS value FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'd'",
                                        TARGET)
                                .equals("1")
                        && value("SELECT COUNT(*) AS value FROM d.t", TARGET).equals("1"));
    }

    /** Points the target at where the source stands now, and starts it. */
    private static void link(LabVersion version, Upstream upstream) {
        BinlogCoordinates now = source(version)
                .root()
                .with(session ->
                        new Binlog(session, dialect(version)).coordinates().orElseThrow());
        point(upstream, now);
    }

    private static void point(Upstream upstream, BinlogCoordinates now) {
        onTarget("STOP SLAVE", "RESET SLAVE ALL");
        TARGET.root().with(session -> {
            ReplicationChannel channel = ReplicationChannel.ofFlexibleServer(session);
            channel.pointAt(upstream, new LinkStart.AtPosition(now));
            channel.start();
            return now;
        });
    }

    private static String said(LabVersion version) {
        return said(version, "repl");
    }

    private static String said(LabVersion version, String user) {
        try (Session session = source(version).root().open()) {
            return diagnosis(user, session).words();
        }
    }

    private static LinkDiagnosis diagnosis(String user, Session source) {
        try (Session target = TARGET.root().open()) {
            Replica replica = new Replica(target, dialect(LabVersion.MYSQL_8_0));
            await().atMost(PATIENCE)
                    .until(() ->
                            replica.status().filter(LinkTroubleIT::hasError).isPresent());
            return LinkDiagnosis.of(replica.status().orElseThrow(), new Evidence(source, target, user));
        }
    }

    private static boolean hasError(ReplicaStatus status) {
        return status.receiverError().isPresent() || status.applierError().isPresent();
    }

    private static Dialect dialect(LabVersion version) {
        return new Dialect(version.number());
    }

    private static String value(String query, LabServer server) {
        return value(query, "value", server);
    }

    private static String value(String query, String column, LabServer server) {
        return server.root().query(Sql.of("looking", query)).get(0).text(column);
    }
}
