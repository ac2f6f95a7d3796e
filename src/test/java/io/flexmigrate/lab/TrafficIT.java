package io.flexmigrate.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.mysql.Sql;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrafficIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final TrafficTables BANK = new TrafficTables("bank");

    @Test
    void knowsWhatAServerThatCrashedUnderItHadPromised() {
        try (LabServer server = Lab.start(LabVersion.MYSQL_8_0)) {
            BANK.create(server.root());
            try (Traffic traffic = Traffic.start(settings(server))) {
                awaitAcknowledged(traffic, 100);
                server.kill();
                int before = traffic.report().acknowledged().size();
                server.start();
                awaitAcknowledged(traffic, before + 50);
                TrafficReport report = traffic.stop();

                assertThat(report.failedStatements()).isPositive();
                assertThat(report.failedLogins()).isPositive();
                assertThat(report.longestGap()).isGreaterThan(Duration.ofMillis(200));
                assertThat(report.missingOn(server.root())).isEmpty();
                assertThat(report.strangersOn(server.root())).isEmpty();
                assertThat(BANK.total(server.root())).isEqualTo(TrafficTables.TOTAL);
            }
        }
    }

    @Test
    void noticesALostTransactionAStrangeOneAndTornMoney() {
        try (LabServer server = Lab.start(LabVersion.MYSQL_5_7)) {
            BANK.create(server.root());
            try (Traffic traffic = Traffic.start(settings(server))) {
                awaitAcknowledged(traffic, 10);
                TrafficReport report = traffic.stop();
                String promised = report.acknowledged().iterator().next();

                server.root().execute(Sql.of("losing one", "DELETE FROM bank.transfer WHERE id = ?", promised));
                server.execute(
                        "INSERT INTO bank.transfer VALUES ('strange', 1, 2, 3, '2020-01-01')",
                        "UPDATE bank.account SET balance = balance + 1 WHERE id = 1");

                assertThat(report.missingOn(server.root())).containsExactly(promised);
                assertThat(report.strangersOn(server.root())).containsExactly("strange");
                assertThat(BANK.total(server.root())).isEqualTo(TrafficTables.TOTAL + 1);
            }
        }
    }

    @Test
    void keepsItsPaceAndDoesNotFailWhileItWaitsForALock() {
        try (LabServer server = Lab.start(LabVersion.MYSQL_8_0)) {
            BANK.create(server.root());
            try (Traffic traffic = Traffic.start(settings(server))) {
                awaitAcknowledged(traffic, 50);
                server.execute("FLUSH TABLES WITH READ LOCK", "DO SLEEP(4)", "UNLOCK TABLES");
                int before = traffic.report().acknowledged().size();
                awaitAcknowledged(traffic, before + 50);
                TrafficReport report = traffic.stop();

                assertThat(report.failedStatements()).isZero();
                assertThat(report.longestGap()).isBetween(Duration.ofMillis(3900), Duration.ofMillis(5500));
            }
        }
    }

    private static void awaitAcknowledged(Traffic traffic, int count) {
        await().atMost(PATIENCE).until(() -> traffic.report().acknowledged().size() >= count);
    }

    private static TrafficSettings settings(LabServer server) {
        return new TrafficSettings(server.settings("source", "root", Lab.ROOT_PASSWORD), "bank", 4, 200);
    }
}
