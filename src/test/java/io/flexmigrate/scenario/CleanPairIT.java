package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.SqlScript;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanPairIT {

    private static final Path DATA = Path.of("src", "test", "resources", "lab", "clean-pair.sql");

    @Test
    void yieldsNoFindingAtAll(@TempDir Path directory) throws IOException, InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            scenario.source.execute(SqlScript.read(DATA).statements());
            scenario.source.execute("REVOKE ALL ON *.* FROM app@'%'", "GRANT ALL ON store.* TO app@'%'");
            scenario.target.execute("CREATE USER app@'%' IDENTIFIED BY 'lab-app'");
            Path plan = scenario.plan("""
                    approval: manual
                    groups:
                      - { name: store, databases: [store], accounts: ['app@%'], flip: [{ run: ['true'] }] }""");

            assertThat(PlannedFinding.of(scenario, 0, plan)).isEmpty();
        }
    }
}
