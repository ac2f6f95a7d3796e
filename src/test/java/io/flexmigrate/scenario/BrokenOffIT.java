package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.mysql.Sql;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cut-over that somebody breaks off, or that dies, while the fence holds. */
class BrokenOffIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SERVER = "approval: manual\nbudget: 60s\nrehearsals: 1";
    private static final String GROUP = """
            approval: manual
            budget: 60s
            rehearsals: 1
            dead_man_after: 4s
            groups:
              - { name: money, databases: [bank], accounts: ['app@%'] }
              - { name: rest, databases: [rest], accounts: ['other@%'] }""";

    @Test
    void isUndoneAtOnceAndNoClientFails(@TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = begin(directory)) {
            // because the last changes are read whole inside the fence then, which takes longer than to break it off
            scenario.addSlowTable(1_500_000);
            Path plan = scenario.plan(SERVER);
            ends(scenario, "run", plan, 0);
            try (Traffic traffic = scenario.traffic(50);
                    Program migrate = scenario.migrate("cutover", plan)) {
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> scenario.journalHas("\"name\":\"DRAINED\""));

                assertThat(ends(scenario, "cutover", plan, 0, "--abort"))
                        .contains("It is broken off; writes go on where they were");

                assertThat(migrate.isAlive()).isFalse();
                goesOn(traffic, Duration.ofSeconds(1));
                assertThat(traffic.report().failedStatements()).isZero();
                assertThat(scenario.journalHas("\"name\":\"ABORTED\"")).isTrue();
                assertThat(ends(scenario, "cutover", plan, 0, "--abort")).contains("migrate cutover");
                traffic.stop();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "STOP"})
    void aGroupTakesWritesAgainByItselfAndMovesLater(String signal, @TempDir Path directory) throws Exception {
        try (Scenario scenario = begin(directory)) {
            scenario.source.execute(
                    "CREATE DATABASE rest",
                    "CREATE TABLE rest.t (id INT PRIMARY KEY)",
                    "REVOKE ALL ON *.* FROM app@'%'",
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON bank.* TO app@'%'",
                    "CREATE USER other@'%' IDENTIFIED BY 'x'",
                    "GRANT LOCK TABLES, CREATE USER ON *.* TO migrate@'%'");
            scenario.target.execute("CREATE USER app@'%' IDENTIFIED BY 'lab-app'", "CREATE USER other@'%'");
            Path plan = scenario.plan(GROUP);
            ends(scenario, "run", plan, 0);
            try (Traffic traffic = scenario.traffic(50)) {
                try (Program migrate =
                        scenario.migrateHeldAt("after CUT_OVER reached DRAINED money#1", "cutover", plan)) {
                    migrate.awaitHold();
                    migrate.signal(signal);
                    goesOn(traffic, Duration.ofSeconds(5));
                    assertThat(traffic.report().failedStatements()).isZero();
                }
                ends(scenario, "cutover", plan, 0);
                assertThat(traffic.stop().missingOn(scenario.target.root())).isEmpty();
            }
            assertThat(locked(scenario)).isEqualTo("Y");
        }
    }

    private static String locked(Scenario scenario) {
        Sql sql = Sql.of("looking at the account", "SELECT account_locked AS l FROM mysql.user WHERE user = 'app'");
        return scenario.source.root().query(sql).get(0).text("l");
    }

    private static Scenario begin(Path directory) {
        Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory, "--event-scheduler=ON");
        Scenario.BANK.create(scenario.source.root());
        return scenario;
    }

    private static void goesOn(Traffic traffic, Duration within) {
        int before = traffic.report().acknowledged().size();
        await().atMost(within.plusSeconds(1))
                .until(() -> traffic.report().acknowledged().size() > before + 5);
    }

    private static String ends(Scenario scenario, String verb, Path plan, int exitCode, String... more)
            throws InterruptedException {
        try (Program migrate = scenario.migrate(verb, plan, more)) {
            return migrate.endsWith(exitCode);
        }
    }
}
