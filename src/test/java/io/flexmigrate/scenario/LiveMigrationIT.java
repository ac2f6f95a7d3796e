package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.Dataset;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.lab.TrafficReport;
import io.flexmigrate.lab.TrafficTables;
import io.flexmigrate.mysql.Sql;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiveMigrationIT {

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void movesALiveServerWithNothingLost(LabVersion version, @TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = Scenario.begin(version, directory)) {
            Scenario.BANK.create(scenario.source.root());
            Dataset.install(scenario.source);
            try (Traffic traffic = scenario.traffic(200);
                    Program migrate = scenario.migrate("run", scenario.automaticPlan())) {
                migrate.endsWith(0);
                TrafficReport report = traffic.stop();

                assertThat(report.acknowledged()).hasSizeGreaterThan(200);
                assertThat(report.missingOn(scenario.target.root())).isEmpty();
                assertThat(report.strangersOn(scenario.target.root())).isEmpty();
                assertThat(Scenario.BANK.total(scenario.target.root())).isEqualTo(TrafficTables.TOTAL);
                assertThat(SchemaListing.of(scenario.target))
                        .containsExactlyElementsOf(SchemaListing.of(scenario.source));
                assertThat(sourceRefusesWrites(scenario)).isTrue();
                assertThat(report(scenario))
                        .containsPattern("\"subject\" : \"mydumper --defaults-file=.*-h 127\\.0\\.0\\.1")
                        .containsPattern("\"subject\" : \"myloader --defaults-file=.*-h 127\\.0\\.0\\.1")
                        .doesNotContain(Scenario.MIGRATE_PASSWORD.value());
            }
        }
    }

    /** What the run did, with the commands that it ran. */
    private static String report(Scenario scenario) throws InterruptedException {
        try (Program report = scenario.migrate("report", scenario.directory.resolve("plan.yaml"), "--format", "json")) {
            return report.endsWith(0);
        }
    }

    private static boolean sourceRefusesWrites(Scenario scenario) {
        return scenario.source
                        .root()
                        .query(Sql.of("reading super_read_only", "SELECT @@GLOBAL.super_read_only AS refuses"))
                        .get(0)
                        .number("refuses")
                == 1;
    }
}
