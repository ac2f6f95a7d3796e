package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.lab.TrafficReport;
import io.flexmigrate.lab.TrafficTables;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WayBackScenarioIT {

    @Test
    void bringsWhatClientsWriteAfterTheCutOverBackToTheClosedSource(@TempDir Path directory)
            throws InterruptedException, IOException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());
            scenario.source.execute("GRANT REPLICATION_SLAVE_ADMIN ON *.* TO migrate@'%'");
            Path plan = scenario.automaticPlan();
            Files.writeString(plan, Files.readString(plan).replace("way_back: none", "way_back: required"));
            try (Traffic traffic = scenario.traffic(60);
                    Program migrate = scenario.migrate("run", plan)) {
                String said = migrate.endsWith(0);
                TrafficReport report = traffic.stop();

                assertThat(report.missingOn(scenario.target.root())).isEmpty();
                assertThat(said).contains("The way back stands", "RESET SLAVE ALL FOR CHANNEL 'migrate_way_back';");
            }
            scenario.target.execute("UPDATE bank.account SET balance = balance + 1 WHERE id = 1");
            scenario.target.execute("UPDATE bank.account SET balance = balance - 1 WHERE id = 1");
            scenario.target.execute("DELETE FROM bank.transfer");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> scenario.source
                            .root()
                            .query(Sql.of("looking", "SELECT id FROM bank.transfer LIMIT 1"))
                            .isEmpty());
            assertThat(Scenario.BANK.total(scenario.source.root())).isEqualTo(TrafficTables.TOTAL);
        }
    }
}
