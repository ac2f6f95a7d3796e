package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.lab.TrafficReport;
import io.flexmigrate.lab.TrafficTables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KilledRunIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration DEAD_MAN = Duration.ofSeconds(3);
    private static final String HANGING_HOOK = "on: [{ events: [stage_done], run: [sleep, '600'], timeout: 1s }]";
    private static final String IN_FENCE = "after CUT_OVER reached DRAINED lab#1";

    /** Steps by which the journal shows that the run is at work in a stage. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "MYSQL_8_0; \"name\":\"lock-source\"",
                "MYSQL_5_7; \"name\":\"load\"",
                "MYSQL_8_0; \"name\":\"build-indexes\"",
                "MYSQL_8_0; \"what\":\"lag\"",
            })
    void endsTheSameAfterAKillInAnyStage(LabVersion version, String moment, @TempDir Path directory)
            throws InterruptedException {
        try (Scenario scenario = begin(version, directory, 200_000);
                Traffic traffic = scenario.traffic(60)) {
            Path plan = scenario.plan("approval: automatic\nbudget: 20s\ndead_man_after: 3s");

            killAt(moment, scenario, plan);
            assertSourceTakesWritesWithin(DEAD_MAN, traffic);
            resume(scenario, plan);

            assertNothingLost(scenario, traffic);
        }
    }

    @Test
    void givesTheSourceBackByItselfWhenKilledInsideTheFence(@TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = begin(LabVersion.MYSQL_8_0, directory, 20_000);
                Traffic traffic = scenario.traffic(60)) {
            Path plan = scenario.plan("approval: automatic\nbudget: 20s\ndead_man_after: 3s", HANGING_HOOK);

            scenario.migrateKilledAt(IN_FENCE, "run", plan);
            assertSourceTakesWritesWithin(DEAD_MAN, traffic);
            resume(scenario, plan);

            assertNothingLost(scenario, traffic);
            assertThat(scenario.journalHas("'sleep 600' was not told")).isTrue();
        }
    }

    @Test
    void givesTheSourceBackByItselfWhenFrozenInsideTheFence(@TempDir Path directory)
            throws InterruptedException, IOException {
        try (Scenario scenario = begin(LabVersion.MYSQL_8_0, directory, 20_000);
                Traffic traffic = scenario.traffic(60)) {
            Path plan = scenario.plan("approval: automatic\nbudget: 20s\ndead_man_after: 3s");

            try (Program migrate = scenario.migrateHeldAt(IN_FENCE, "run", plan)) {
                migrate.awaitHold();
                migrate.signal("STOP");
                migrate.letGo();
                assertSourceTakesWritesWithin(DEAD_MAN.plusSeconds(2), traffic);
                migrate.signal("CONT");
                assertThat(migrate.endsWith(7)).contains("given up");
            }
            resume(scenario, plan);

            assertNothingLost(scenario, traffic);
        }
    }

    /** @param rows of each large table: many where the program is to be met at work on them */
    private static Scenario begin(LabVersion version, Path directory, int rows) {
        Scenario scenario = Scenario.begin(version, directory);
        Scenario.BANK.create(scenario.source.root());
        scenario.addLargeTable(rows);
        scenario.addSlowTable(rows);
        return scenario;
    }

    private static void killAt(String moment, Scenario scenario, Path plan) throws InterruptedException {
        try (Program migrate = scenario.migrate("run", plan)) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> scenario.journalHas(moment) || !migrate.isAlive());
            assertThat(migrate.isAlive()).as(migrate.output()).isTrue();
            migrate.kill();
        }
    }

    /** Nobody helps: the server itself must drop what the dead or frozen run held. */
    private static void assertSourceTakesWritesWithin(Duration time, Traffic traffic) {
        int before = traffic.report().acknowledged().size();
        await().atMost(time.plusSeconds(1))
                .until(() -> traffic.report().acknowledged().size() > before + 5);
    }

    private static void resume(Scenario scenario, Path plan) throws InterruptedException {
        try (Program migrate = scenario.migrate("resume", plan)) {
            migrate.endsWith(0);
        }
    }

    private static void assertNothingLost(Scenario scenario, Traffic traffic) {
        TrafficReport report = traffic.stop();
        assertThat(report.acknowledged()).hasSizeGreaterThan(100);
        assertThat(report.missingOn(scenario.target.root())).isEmpty();
        assertThat(report.strangersOn(scenario.target.root())).isEmpty();
        assertThat(Scenario.BANK.total(scenario.target.root())).isEqualTo(TrafficTables.TOTAL);
        assertThat(report.missingOn(scenario.source.root())).isEmpty();
        assertThat(scenario.workDirectory().resolve("tmp")).isEmptyDirectory();
    }
}
