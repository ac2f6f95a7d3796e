package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.LabVersion;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person accepts does not block, is shown with its reason, and is remembered. */
class AcceptanceIT {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Test
    void acceptedFindingsDoNotBlockAndAreRemembered() throws InterruptedException, IOException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());
            scenario.source.execute("SET GLOBAL binlog_format = 'MIXED'");
            Path plan = scenario.automaticPlan();

            assertThat(said(scenario, 4, "plan", plan)).contains("BLOCKER   FM1011");
            assertThat(said(scenario, 0, "plan", plan, "--accept", "FM1011=all clients write rows"))
                    .contains("ACCEPTED  FM1011", "Accepted: all clients write rows")
                    .doesNotContain("BLOCKER");

            scenario.target.execute("CREATE DATABASE bank", "CREATE TABLE bank.theirs (id INT PRIMARY KEY)");
            assertThat(said(scenario, 4, "run", plan, "--accept", "FM1011=all clients write rows"))
                    .contains("accepted FM1011: all clients write rows", "BLOCKER   FM1032", "ACCEPTED  FM1011");
            assertThat(said(scenario, 4, "resume", plan, "--accept", "FM1032=theirs"))
                    .contains("BLOCKER   FM1032", "BLOCKER   FM1098", "FM1032 cannot be accepted");

            scenario.target.execute("DROP DATABASE bank");
            Path withPlanned = new PlanEdit(plan).replacing("name: lab", "name: lab\naccept: { FM1999: misspelt }");
            assertThat(said(scenario, 0, "resume", withPlanned))
                    .contains("ACCEPTED  FM1011", "Accepted: all clients write rows", "WARNING   FM1099");
        }
    }

    private static String said(Scenario scenario, int exitCode, String verb, Path plan, String... more)
            throws InterruptedException {
        try (Program migrate = scenario.migrate(verb, plan, more)) {
            return migrate.endsWith(exitCode);
        }
    }
}
