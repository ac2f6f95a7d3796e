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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TrafficTables BANK = new TrafficTables("bank");

    @ParameterizedTest
    @CsvSource({"MYSQL_5_7, false", "MYSQL_8_0, false", "MYSQL_8_0, true"})
    void arrivesExactlyOnAFlexibleServerLinkedByPosition(LabVersion version, boolean encrypted) throws IOException {
        try (LabServer source = Lab.start(version);
                LabServer target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE)) {
            Row start = position(source);
            source.execute(
                    "CREATE USER repl@'%' IDENTIFIED WITH mysql_native_password BY 'r-E*pl''1'"
                            + (encrypted ? " REQUIRE SSL" : ""),
                    "GRANT REPLICATION SLAVE ON *.* TO repl@'%'");
            BANK.create(source.root());
            try (Traffic traffic = Traffic.start(settings(source))) {
                String certificate = encrypted ? Files.readString(source.caCertificate()) : "";
                link(FlexibleServerEmulation.admin(target), source, start, certificate);
                await().atMost(PATIENCE)
                        .until(() -> traffic.report().acknowledged().size() >= 200);
                TrafficReport report = traffic.stop();

                awaitApplied(target, position(source));
                assertThat(report.unknown()).isEmpty();
                assertThat(report.missingOn(target.root())).isEmpty();
                assertThat(report.strangersOn(target.root())).isEmpty();
                assertThat(BANK.total(target.root())).isEqualTo(TrafficTables.TOTAL);
            }
        }
    }

    @Test
    void knowsWhatAServerThatCrashedUnderItHadPromised() {
        try (LabServer server = Lab.start(LabVersion.MYSQL_8_0)) {
            BANK.create(server.root());
            try (Traffic traffic = Traffic.start(settings(server))) {
                await().atMost(PATIENCE)
                        .until(() -> traffic.report().acknowledged().size() >= 100);
                server.kill();
                int before = traffic.report().acknowledged().size();
                server.start();
                await().atMost(PATIENCE)
                        .until(() -> traffic.report().acknowledged().size() >= before + 50);
                TrafficReport report = traffic.stop();

                assertThat(report.failedStatements()).isPositive();
                assertThat(report.failedLogins()).isPositive();
                assertThat(report.longestGap()).isGreaterThan(Duration.ofMillis(200));
                assertThat(report.missingOn(server.root())).isEmpty();
                assertThat(report.strangersOn(server.root())).isEmpty();
                assertThat(BANK.total(server.root())).isEqualTo(TrafficTables.TOTAL);

                String promised = report.acknowledged().iterator().next();
                server.root().execute(Sql.of("losing one", "DELETE FROM bank.transfer WHERE id = ?", promised));
                server.execute("UPDATE bank.account SET balance = balance + 1 WHERE id = 1");
                assertThat(report.missingOn(server.root())).containsExactly(promised);
                assertThat(BANK.total(server.root())).isEqualTo(TrafficTables.TOTAL + 1);
            }
        }
    }

    private static TrafficSettings settings(LabServer server) {
        return new TrafficSettings(server.settings("source", "root", Lab.ROOT_PASSWORD), "bank", 4, 200);
    }

    private static void link(MySqlServer admin, LabServer source, Row start, String certificate) {
        admin.execute(Sql.of(
                "linking",
                "CALL mysql.az_replication_change_master(?, ?, ?, ?, ?, ?, ?)",
                source.host(),
                "repl",
                new Secret("r-E*pl'1"),
                source.port(),
                start.text("File"),
                start.number("Position"),
                certificate));
        admin.execute(Sql.of("starting", "CALL mysql.az_replication_start"));
    }

    private static void awaitApplied(LabServer target, Row position) {
        Row waited = target.root()
                .query(Sql.of(
                        "waiting for the applier",
                        "SELECT MASTER_POS_WAIT(?, ?, 30) AS events",
                        position.text("File"),
                        position.number("Position")))
                .get(0);
        assertThat(waited.find("events")).as(status(target)).isPresent().isNotEqualTo("-1");
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
