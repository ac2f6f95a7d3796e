package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A replication account that the program makes, on servers without TLS for the link. */
class OwnReplicationAccountIT {

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void migratesOverAKillAndTellsOfTheAccountThatARetiredSourceKeeps(LabVersion version, @TempDir Path directory)
            throws InterruptedException, IOException {
        try (Scenario scenario = Scenario.begin(version, directory)) {
            Scenario.BANK.create(scenario.source.root());
            mayMakeAccounts(scenario);
            Path plan = creating(scenario.automaticPlan("probe: link"));
            // the second time it is PREPARE that makes it, after the trial link
            scenario.migrateKilledAt("after DUMP started#1", "run", plan);
            assertThat(hosts(scenario)).containsExactly("%");

            try (Program resumed = scenario.migrate("resume", plan)) {
                assertThat(resumed.endsWith(0).replaceAll("\\s+", " "))
                        .contains("The replication account that this run made is still on the source")
                        .contains("DROP USER IF EXISTS 'of_migrate'@'%';");
            }
            scenario.source.execute("SET GLOBAL super_read_only = OFF", "SET GLOBAL read_only = OFF");
            assertThat(hosts(scenario)).containsExactly("%");
        }
    }

    @Test
    void leavesNothingOfATrialAndRefusesANameThatIsTaken(@TempDir Path directory)
            throws InterruptedException, IOException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());
            Path plan = creating(scenario.automaticPlan("probe: link"));
            assertThat(new Refusal(scenario).of(4, plan).replaceAll("\\s+", " "))
                    .contains("FM1020")
                    .contains("GRANT CREATE USER, REPLICATION SLAVE ON *.* TO 'migrate'@'<host>' WITH GRANT OPTION;");

            mayMakeAccounts(scenario);
            ServerState source = ServerState.of(scenario.source);
            try (Program dry = scenario.migrate("plan", plan)) {
                assertThat(dry.endsWith(0))
                        .contains("CREATE USER IF NOT EXISTS 'of_migrate'@'%'")
                        .contains("DROP USER IF EXISTS 'of_migrate'@'%'")
                        .contains("BY '***'");
            }
            assertThat(hosts(scenario)).isEmpty();
            assertThat(ServerState.of(scenario.source)).isEqualTo(source);

            scenario.source.execute("CREATE USER of_migrate@'10.%' IDENTIFIED BY 'theirs'");
            assertThat(new Refusal(scenario).of(4, plan).replaceAll("\\s+", " "))
                    .contains("FM1026")
                    .contains("this run did not make it: of_migrate@10.%.");
        }
    }

    private static void mayMakeAccounts(Scenario scenario) {
        scenario.source.execute("GRANT CREATE USER, REPLICATION SLAVE ON *.* TO migrate@'%' WITH GRANT OPTION");
    }

    private static Path creating(Path plan) throws IOException {
        new PlanEdit(plan).replacing("user: repl,", "user: of_migrate,");
        return new PlanEdit(plan).replacing("password: { env: REPL_PASSWORD }", "create: true");
    }

    private static List<String> hosts(Scenario scenario) {
        return scenario
                .source
                .root()
                .query(Sql.of("looking for the account", "SELECT host FROM mysql.user WHERE user = 'of_migrate'"))
                .stream()
                .map(row -> row.text("host"))
                .toList();
    }
}
