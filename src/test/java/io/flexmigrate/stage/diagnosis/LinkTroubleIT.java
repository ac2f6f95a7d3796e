package io.flexmigrate.stage.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.mysql.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Links that are broken for real, each in another way, and what is said of them. */
class LinkTroubleIT {

    private static final Duration PATIENCE = TroubledLinks.PATIENCE;
    private static final Secret PASSWORD = TroubledLinks.PASSWORD;
    private static final LabServer TARGET = TroubledLinks.TARGET;

    @BeforeAll
    static void boot() {
        TroubledLinks.boot();
    }

    @AfterAll
    static void stop() {
        TroubledLinks.stop();
    }

    @ParameterizedTest
    @EnumSource
    void namesTheRowThatIsNotThere(LabVersion version) {
        TroubledLinks.linkWithTable(version);
        TroubledLinks.onTarget("DELETE FROM d.t WHERE id = 1");

        TroubledLinks.source(version).execute("UPDATE d.t SET v = 'b' WHERE id = 1");

        assertThat(TroubledLinks.said(version))
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
        TroubledLinks.linkWithTable(version);
        TroubledLinks.onTarget("INSERT INTO d.t VALUES (2, 'x')");

        TroubledLinks.source(version).execute("INSERT INTO d.t VALUES (2, 'b')");

        assertThat(TroubledLinks.said(version))
                .contains("says error 1062:", "table d.t", "Duplicate entry '2'", "Write_rows");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheTableAndTheDatabaseThatTheTargetLacks(LabVersion version) {
        TroubledLinks.linkWithTable(version);
        TroubledLinks.onTarget("DROP TABLE d.t");
        TroubledLinks.source(version).execute("INSERT INTO d.t VALUES (3, 'b')");
        assertThat(TroubledLinks.said(version))
                .contains("says error 1146:", "d.t", "The target lacks a table or a database");

        TroubledLinks.linkWithTable(version);
        TroubledLinks.source(version)
                .execute(
                        "SET sql_log_bin = 0",
                        "CREATE DATABASE hidden",
                        "SET sql_log_bin = 1",
                        "CREATE TABLE hidden.a (id INT)");
        assertThat(TroubledLinks.said(version)).contains("says error 1049:", "hidden", "CREATE TABLE hidden.a");
        TroubledLinks.source(version).execute("SET sql_log_bin = 0", "DROP DATABASE hidden");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheColumnThatDiffers(LabVersion version) {
        TroubledLinks.linkWithTable(version);
        TroubledLinks.onTarget("DELETE FROM d.t", "ALTER TABLE d.t MODIFY v INT");

        TroubledLinks.source(version).execute("INSERT INTO d.t VALUES (4, 'b')");

        assertThat(TroubledLinks.said(version))
                .contains("says error 13146:", "Column 1 of table 'd.t'", "A column has another type");
    }

    /** The flexible server's filter for the schema mysql keeps statements about accounts out, so they stop nothing. */
    @ParameterizedTest
    @EnumSource
    void isNotStoppedByAnAccountThatIsThereAlready(LabVersion version) {
        TroubledLinks.linkWithTable(version);
        TroubledLinks.onTarget("DROP USER IF EXISTS twice@localhost", "CREATE USER twice@localhost");

        TroubledLinks.source(version).execute("CREATE USER twice@localhost", "INSERT INTO d.t VALUES (7, 'b')");

        await().atMost(PATIENCE)
                .until(() -> TroubledLinks.value("SELECT COUNT(*) AS value FROM d.t", TARGET)
                        .equals("2"));
        TroubledLinks.source(version).execute("SET sql_log_bin = 0", "DROP USER twice@localhost");
    }

    @ParameterizedTest
    @EnumSource
    void saysOfARefusedLoginWhichAccountsThereAre(LabVersion version) {
        TroubledLinks.link(version, TroubledLinks.upstream(version, "repl", "wrong", ""));
        assertThat(TroubledLinks.said(version))
                .contains("The receiver says error 1045:", "The source has 'repl'@'%' (mysql_native_password).");

        TroubledLinks.link(version, TroubledLinks.upstream(version, "nobody", "x", ""));
        assertThat(TroubledLinks.said(version, "nobody")).contains("The source has no account named nobody.");

        TroubledLinks.link(version, TroubledLinks.upstream(version, "poor", PASSWORD.value(), ""));
        assertThat(TroubledLinks.said(version, "poor"))
                .contains("(Errno: 1045)", "'poor'@'%' (mysql_native_password, without REPLICATION SLAVE).");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhomTheTargetTriesToReach(LabVersion version) {
        LabServer source = TroubledLinks.source(version);
        TroubledLinks.link(version, new Upstream(source.host(), 1, "repl", PASSWORD, ""));
        assertThat(TroubledLinks.said(version))
                .contains("says error 2003:", "The target tries " + source.host() + ":1.");

        TroubledLinks.link(version, new Upstream("no-such-host.invalid", source.port(), "repl", PASSWORD, ""));
        assertThat(TroubledLinks.said(version)).contains("says error 2005:", "does not know the source's host name");
    }

    @ParameterizedTest
    @EnumSource(names = "MYSQL_8_0")
    void tellsAPluginThatNeedsTlsFromAnAuthorityThatIsNotTrusted(LabVersion version) throws IOException {
        TroubledLinks.source(version)
                .execute(
                        "DROP USER IF EXISTS sha@'%'",
                        "CREATE USER sha@'%' IDENTIFIED WITH caching_sha2_password BY 'x'",
                        "GRANT REPLICATION SLAVE ON *.* TO sha@'%'");
        TroubledLinks.link(version, TroubledLinks.upstream(version, "sha", "x", ""));
        assertThat(TroubledLinks.said(version, "sha"))
                .contains("says error 2061:", "'sha'@'%' (caching_sha2_password)", "wants an encrypted connection");

        TroubledLinks.link(
                version,
                TroubledLinks.upstream(version, "repl", PASSWORD.value(), Files.readString(TARGET.caCertificate())));
        assertThat(TroubledLinks.said(version)).contains("says error 2026:", "do not agree on an encrypted connection");
    }

    @ParameterizedTest
    @EnumSource
    void showsTheIdentitiesThatClash(LabVersion version) {
        String before = TroubledLinks.value("SELECT @@GLOBAL.server_id AS value", TARGET);
        String ofSource = TroubledLinks.value("SELECT @@GLOBAL.server_id AS value", TroubledLinks.source(version));
        TroubledLinks.onTarget("STOP SLAVE", "SET GLOBAL server_id = " + ofSource);
        try {
            TroubledLinks.link(version, TroubledLinks.upstream(version, "repl", PASSWORD.value(), ""));
            assertThat(TroubledLinks.said(version))
                    .contains("equal MySQL server ids", "The source has server_id " + ofSource + ", server_uuid ")
                    .contains("the target server_id " + ofSource);
        } finally {
            TroubledLinks.onTarget("STOP SLAVE", "SET GLOBAL server_id = " + before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhichBinlogsAreStillThere(LabVersion version) {
        TroubledLinks.linkWithTable(version);
        TroubledLinks.onTarget("STOP SLAVE");
        TroubledLinks.source(version)
                .execute("INSERT INTO d.t VALUES (5, 'b')", "FLUSH BINARY LOGS", "FLUSH BINARY LOGS");
        String kept = TroubledLinks.value("SHOW MASTER STATUS", "File", TroubledLinks.source(version));
        // because what sends to a receiver that was stopped may be reading an older one still
        await().atMost(PATIENCE).until(() -> {
            TroubledLinks.source(version).execute("PURGE BINARY LOGS TO '" + kept + "'");
            return TroubledLinks.value("SHOW BINARY LOGS", "Log_name", TroubledLinks.source(version))
                    .equals(kept);
        });
        TroubledLinks.onTarget("START SLAVE");

        assertThat(TroubledLinks.said(version))
                .contains(
                        "The source no longer has the binlog that the target needs",
                        "the source has " + kept + " to " + kept)
                .containsPattern("says error (1236|13114):");
    }

    @ParameterizedTest
    @EnumSource
    void takesTooManyConnectionsForSomethingThatPasses(LabVersion version) {
        try (Session only = TroubledLinks.source(version).root().open()) {
            BinlogCoordinates now = new Binlog(only, TroubledLinks.dialect(version))
                    .coordinates()
                    .orElseThrow();
            only.execute(Sql.of("taking no more connections", "SET GLOBAL max_connections = 1"));
            try {
                TroubledLinks.point(TroubledLinks.upstream(version, "repl", PASSWORD.value(), ""), now);
                LinkDiagnosis diagnosis = TroubledLinks.diagnosis("repl", only);
                assertThat(diagnosis.words()).contains("says error 1040:", "takes no more connections");
                assertThat(diagnosis.mayPass()).isTrue();
            } finally {
                only.execute(Sql.of("taking connections again", "SET GLOBAL max_connections = 151"));
            }
        }
    }
}
