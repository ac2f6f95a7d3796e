package io.flexmigrate.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmulatedReplicationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final TrafficTables BANK = new TrafficTables("bank");

    /** With what a procedure that builds its statement as text must quote. */
    private static final Secret PASSWORD = new Secret("r-E*pl'1\"\\");

    @ParameterizedTest
    @CsvSource({"MYSQL_5_7, false", "MYSQL_8_0, false", "MYSQL_8_0, true"})
    void carriesLiveTrafficExactlyByPosition(LabVersion version, boolean encrypted) throws IOException {
        try (LabServer source = Lab.start(version);
                LabServer target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE)) {
            Row start = position(source);
            createReplicationAccount(source, encrypted ? " REQUIRE SSL" : "");
            BANK.create(source.root());
            String certificate = encrypted ? Files.readString(source.caCertificate()) : "";
            MySqlServer admin = FlexibleServerEmulation.admin(target);

            TrafficReport report = trafficWhile(source, () -> linkByPosition(admin, source, start, certificate));

            awaitApplied(target, position(source));
            assertExact(report, target);
        }
    }

    @Test
    void carriesLiveTrafficExactlyByGtid() {
        try (LabServer source = Lab.start(LabVersion.MYSQL_8_0, "--gtid-mode=ON", "--enforce-gtid-consistency=ON");
                LabServer target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.GTID_ONLY)) {
            createReplicationAccount(source, "");
            BANK.create(source.root());
            MySqlServer admin = FlexibleServerEmulation.admin(target);

            TrafficReport report = trafficWhile(source, () -> linkByGtid(admin, source));

            awaitApplied(target, position(source));
            assertExact(report, target);
        }
    }

    @Test
    void doesNotLinkWithACertificateThatDidNotSignTheSources() throws IOException {
        try (LabServer source = Lab.start(LabVersion.MYSQL_8_0);
                LabServer target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE)) {
            createReplicationAccount(source, " REQUIRE SSL");
            String wrong = Files.readString(target.caCertificate());

            linkByPosition(FlexibleServerEmulation.admin(target), source, position(source), wrong);

            await().atMost(PATIENCE).until(() -> status(target).contains("Last_IO_Errno=2026"));
        }
    }

    @Test
    void skipsStopsAndRemoves() {
        try (LabServer source = Lab.start(LabVersion.MYSQL_5_7);
                LabServer target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE)) {
            Row start = position(source);
            createReplicationAccount(source, "");
            MySqlServer admin = FlexibleServerEmulation.admin(target);
            admin.execute(Sql.of("standing in the way", "CREATE DATABASE bank"));
            linkByPosition(admin, source, start, "");
            BANK.create(source.root());
            await().atMost(PATIENCE).until(() -> status(target).contains("Last_SQL_Errno=1007"));

            call(admin, "mysql.az_replication_skip_counter");
            awaitApplied(target, position(source));
            assertThat(BANK.total(target.root())).isEqualTo(TrafficTables.TOTAL);

            call(admin, "mysql.az_replication_stop");
            assertThat(status(target)).contains("Slave_IO_Running=No").contains("Slave_SQL_Running=No");
            call(admin, "mysql.az_replication_remove_master()");
            assertThat(status(target)).isEqualTo("[]");
        }
    }

    private static TrafficReport trafficWhile(LabServer source, Runnable link) {
        TrafficSettings settings =
                new TrafficSettings(source.settings("source", "root", Lab.ROOT_PASSWORD), "bank", 4, 200);
        try (Traffic traffic = Traffic.start(settings)) {
            link.run();
            await().atMost(PATIENCE).until(() -> traffic.report().acknowledged().size() >= 200);
            return traffic.stop();
        }
    }

    private static void assertExact(TrafficReport report, LabServer target) {
        assertThat(report.unknown()).isEmpty();
        assertThat(report.missingOn(target.root())).isEmpty();
        assertThat(report.strangersOn(target.root())).isEmpty();
        assertThat(BANK.total(target.root())).isEqualTo(TrafficTables.TOTAL);
    }

    private static void createReplicationAccount(LabServer source, String requirement) {
        String password = PASSWORD.value().replace("\\", "\\\\").replace("'", "''");
        source.execute(
                "CREATE USER repl@'%' IDENTIFIED WITH mysql_native_password BY '" + password + "'" + requirement,
                "GRANT REPLICATION SLAVE ON *.* TO repl@'%'");
    }

    private static void linkByPosition(MySqlServer admin, LabServer source, Row start, String certificate) {
        admin.execute(Sql.of(
                "linking",
                "CALL mysql.az_replication_change_master(?, ?, ?, ?, ?, ?, ?)",
                source.host(),
                "repl",
                PASSWORD,
                source.port(),
                start.text("File"),
                start.number("Position"),
                certificate));
        call(admin, "mysql.az_replication_start");
    }

    private static void linkByGtid(MySqlServer admin, LabServer source) {
        admin.execute(Sql.of(
                "linking",
                "CALL mysql.az_replication_change_master_with_gtid(?, ?, ?, ?, ?)",
                source.host(),
                "repl",
                PASSWORD,
                source.port(),
                ""));
        call(admin, "mysql.az_replication_start");
    }

    private static void call(MySqlServer admin, String procedure) {
        admin.execute(Sql.of("calling " + procedure, "CALL " + procedure));
    }

    private static void awaitApplied(LabServer target, Row position) {
        Row waited = target.root()
                .query(Sql.of(
                        "waiting for the applier",
                        "SELECT MASTER_POS_WAIT(?, ?, 90) AS events",
                        position.text("File"),
                        position.number("Position")))
                .get(0);
        assertThat(waited.find("events")).as(status(target)).isPresent().isNotEqualTo(Optional.of("-1"));
    }

    private static String status(LabServer target) {
        return target.root()
                .query(Sql.of("reading the status", "SHOW SLAVE STATUS"))
                .toString();
    }

    private static Row position(LabServer server) {
        return server.root()
                .query(Sql.of("reading the position", "SHOW MASTER STATUS"))
                .get(0);
    }
}
