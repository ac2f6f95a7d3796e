package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.GlobalVariable;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is given up. */
class AbortIT {

    @Test
    void undoesWhatTheRunDidAndLeavesTheDataUnlessToldOtherwise(@TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());
            scenario.source.execute("SET GLOBAL binlog_expire_logs_seconds = 600");
            Path plan = scenario.plan("approval: manual");
            try (Traffic traffic = scenario.traffic(50)) {
                run(scenario, "run", plan, 0);
                assertThat(retention(scenario)).isEqualTo(172_800);
                assertThat(isLinked(scenario)).isTrue();

                assertThat(run(scenario, "abort", plan, 0))
                        .contains("abort: undoes what the run did", "aborted", "are left as they are");
                assertThat(traffic.stop().failedStatements()).isZero();
            }

            assertThat(isLinked(scenario)).isFalse();
            assertThat(retention(scenario)).isEqualTo(600);
            assertThat(databases(scenario)).contains("bank");
            assertThat(run(scenario, "resume", plan, 1)).contains("was aborted, so it cannot go on");
            assertThat(run(scenario, "watch", plan, 1)).contains("was aborted");
            assertThat(run(scenario, "status", plan, 0)).contains("Nothing: the run was aborted.");

            assertThat(run(scenario, "abort", plan, 1, "--drop-data"))
                    .contains("This drops on the target: bank.", "Nothing was done.");
            assertThat(databases(scenario)).contains("bank");
            run(scenario, "abort", plan, 0, "--drop-data", "--yes");
            assertThat(databases(scenario)).doesNotContain("bank");
            assertThat(scenario.workDirectory().resolve("dump")).doesNotExist();
        }
    }

    @Test
    void leavesAnotherLinkAloneAndGoesOnAfterASourceThatWasDown(@TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());
            Path plan = scenario.plan("approval: manual");
            run(scenario, "run", plan, 0);
            scenario.target.execute(
                    "STOP SLAVE", "RESET SLAVE ALL", "CHANGE MASTER TO MASTER_HOST='192.0.2.1', MASTER_PORT=3307");
            scenario.source.stop();

            assertThat(run(scenario, "abort", plan, 1)).contains("source");
            assertThat(run(scenario, "abort", plan, 0, "--source-is-gone"))
                    .contains("The target is linked to 192.0.2.1:3307, which is not the source of this plan");
            assertThat(isLinked(scenario)).isTrue();
        }
    }

    @Test
    void leavesNothingOfARunThatWasKilledWhileItCaughtUp(@TempDir Path directory)
            throws InterruptedException, IOException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());
            scenario.source.execute(
                    "GRANT CREATE USER, REPLICATION SLAVE ON *.* TO migrate@'%' WITH GRANT OPTION",
                    "SET GLOBAL binlog_expire_logs_seconds = 600");
            Path plan = scenario.plan("approval: manual");
            new PlanEdit(plan).replacing("stable_for: 1s", "stable_for: 1h");
            new PlanEdit(plan).replacing("user: repl,", "user: of_migrate,");
            new PlanEdit(plan).replacing("password: { env: REPL_PASSWORD }", "create: true");
            try (Program migrate = scenario.migrate("run", plan)) {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> heartbeats(scenario.target) == 1 || !migrate.isAlive());
                migrate.kill();
            }
            assertThat(List.of(heartbeats(scenario.source), heartbeats(scenario.target), accounts(scenario)))
                    .containsExactly(1, 1, 1);

            run(scenario, "abort", plan, 0);

            assertThat(List.of(heartbeats(scenario.source), heartbeats(scenario.target), accounts(scenario)))
                    .containsExactly(0, 0, 0);
            assertThat(retention(scenario)).isEqualTo(600);
            assertThat(isLinked(scenario)).isFalse();
        }
    }

    private static int heartbeats(LabServer server) {
        return count(
                server, "SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE 'migrate\\_heart%'");
    }

    private static int accounts(Scenario scenario) {
        return count(scenario.source, "SELECT COUNT(*) FROM mysql.user WHERE user = 'of_migrate'");
    }

    private static int count(LabServer server, String statement) {
        return Integer.parseInt(
                server.root().query(Sql.of("counting", statement)).get(0).only());
    }

    @Test
    void refusesWhenTheTargetHasTheWrites(@TempDir Path directory) throws InterruptedException, IOException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_5_7, directory)) {
            Scenario.BANK.create(scenario.source.root());
            Path plan = scenario.automaticPlan();
            run(scenario, "run", plan, 0);

            assertThat(run(scenario, "abort", plan, 1)).contains("The migration is finished");
            assertThat(Files.readString(scenario.workDirectory().resolve("journal.jsonl")))
                    .doesNotContain("AbortBegun");
        }
    }

    private static String run(Scenario scenario, String verb, Path plan, int exitCode, String... more)
            throws InterruptedException {
        try (Program program = scenario.migrate(verb, plan, more)) {
            return program.endsWith(exitCode);
        }
    }

    private static boolean isLinked(Scenario scenario) {
        return scenario.target.root().query(Sql.of("looking for a link", "SHOW SLAVE STATUS")).stream()
                .anyMatch(row -> !row.text("Master_Host").isEmpty());
    }

    private static long retention(Scenario scenario) {
        return scenario.source
                .root()
                .with(session -> new GlobalVariable(session, "binlog_expire_logs_seconds").number());
    }

    private static List<String> databases(Scenario scenario) {
        return scenario.target.root().with(session -> new Databases(session).names());
    }
}
