package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Ha;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A flexible server that is linked by GTID, with its owner at the command line. */
class ByGtidIT {

    private static final String[] GTIDS = {"--gtid-mode=ON", "--enforce-gtid-consistency=ON"};

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void movesALiveServerIntoOneWithHighAvailability(LabVersion version, @TempDir Path directory)
            throws InterruptedException {
        try (Scenario scenario = begin(version, directory);
                Traffic traffic = scenario.traffic(60)) {
            Path plan = scenario.automaticPlan();
            try (Program migrate = scenario.migrate("run", plan)) {
                new ControlPlane(scenario.target).resetGtidsAsAskedBy(migrate);
                assertThat(migrate.endsWith(0)).contains("geo-redundant", "backups");
            }
            Moved.assertWhole(scenario, traffic);
        }
    }

    @Test
    void goesOnWhereverItWasKilledAndNeverAsksForAResetOnceSomethingWasApplied(@TempDir Path directory)
            throws InterruptedException {
        try (Scenario scenario = begin(LabVersion.MYSQL_8_0, directory);
                Traffic traffic = scenario.traffic(60)) {
            ControlPlane owner = new ControlPlane(scenario.target);
            Migration migration = new Migration(scenario, scenario.plan("approval: manual\nbudget: 10s"));
            try (Program migrate = scenario.migrate("run", migration.plan())) {
                owner.resetGtidsAsAskedBy(migrate);
                migrate.kill();
            }
            migration.run("resume", 0);
            assertThat(Replication.of(scenario.target).isByGtid()).isTrue();

            Replication.of(scenario.target).remove();
            migration.run("resume", 0);
            assertThat(migration.resets()).isEqualTo(1);
            assertThat(Replication.of(scenario.target).isHealthy()).isTrue();

            migration.run("cutover", 0);
            Moved.assertWhole(scenario, traffic);
        }
    }

    private static Scenario begin(LabVersion version, Path directory) {
        Scenario scenario = Scenario.between(
                Lab.start(version, GTIDS),
                FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.GTID_ONLY),
                directory);
        Scenario.BANK.create(scenario.source.root());
        return scenario;
    }
}
