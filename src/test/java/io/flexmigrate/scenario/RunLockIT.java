package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.mysql.NamedLock;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockIT {

    @Test
    void refusesASecondRunOfAPlanFromAnywhereAndLeavesBothServersAlone(@TempDir Path directory)
            throws InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());
            Path plan = scenario.automaticPlan();

            try (NamedLock other = NamedLock.tryAcquire(scenario.target.root(), "migrate:lab")
                            .orElseThrow();
                    Program migrate = scenario.migrate("run", plan)) {
                assertThat(migrate.endsWith(1))
                        .contains("Another run of this plan holds the lock 'migrate:lab' on the target");
                assertThat(other.isHeld()).isTrue();
            }
            assertThat(SchemaListing.of(scenario.target)).isEmpty();

            try (Program migrate = scenario.migrate("run", plan)) {
                migrate.endsWith(0);
            }
            assertThat(directory.resolve("work/report.txt")).content().contains("0 events enabled");
            assertThat(directory.resolve("work/report.json")).content().contains("\"outlook\" : \"FINISHED\"");
        }
    }
}
