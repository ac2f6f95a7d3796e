package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Step;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.lab.TrafficReport;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.Sql;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterruptedOpeningIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Killed between the statement that closes the source for good and the line that says so: there is only forward. */
    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void goesForwardWhereTheSourceIsClosedAndHasWrittenNothingSince(LabVersion version, @TempDir Path directory)
            throws InterruptedException {
        try (Scenario scenario = Scenario.begin(version, directory)) {
            Scenario.BANK.create(scenario.source.root());
            Path plan = scenario.plan("approval: manual\nbudget: 10s");
            scenario.runs(0, "run", plan);
            try (Traffic traffic = scenario.traffic(50)) {
                scenario.migrateKilledAt("before CUT_OVER reached OPEN lab#1", "cutover", plan);
                assertThat(refusesWrites(scenario)).isTrue();
                if (version == LabVersion.MYSQL_8_0) {
                    // because 5.7 forgets at a restart that it is closed
                    scenario.source.stop();
                    scenario.source.start();
                }

                assertThat(scenario.runs(0, "resume", plan)).contains("ended after it was closed for good", "FLIPPED");

                TrafficReport report = traffic.stop();
                assertThat(aborts(scenario)).isZero();
                assertThat(refusesWrites(scenario)).isTrue();
                assertThat(report.missingOn(scenario.target.root())).isEmpty();
                assertThat(report.strangersOn(scenario.target.root())).isEmpty();
            }
        }
    }

    /** The same, and somebody wants it back: nobody was sent to the target yet. */
    @Test
    void isTakenBackByWhoSaysSo(@TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());
            Path plan = scenario.plan("approval: manual\nbudget: 10s");
            scenario.runs(0, "run", plan);
            try (Traffic traffic = scenario.traffic(50)) {
                scenario.migrateKilledAt("before CUT_OVER reached OPEN lab#1", "cutover", plan);

                try (Program migrate = scenario.migrate("cutover", plan, "--abort")) {
                    migrate.endsWith(0);
                }

                assertThat(refusesWrites(scenario)).isFalse();
                assertGoesOn(traffic);
            }
        }
    }

    /** Frozen until the lock had gone and others wrote, then it closed the source all the same, and was killed. */
    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void givesTheSourceBackAndWaitsForApprovalAgain(LabVersion version, @TempDir Path directory)
            throws InterruptedException {
        try (Scenario scenario = Scenario.begin(version, directory)) {
            Scenario.BANK.create(scenario.source.root());
            Path plan = scenario.plan("approval: manual\nbudget: 10s");
            scenario.runs(0, "run", plan);
            try (Traffic traffic = scenario.traffic(50)) {
                dieInOpening(scenario, traffic);
                assertThat(refusesWrites(scenario)).isTrue();

                assertThat(scenario.runs(0, "resume", plan)).contains("takes writes again");

                assertThat(refusesWrites(scenario)).isFalse();
                assertGoesOn(traffic);
                scenario.runs(0, "resume", plan);
                assertThat(aborts(scenario)).isEqualTo(1);
                assertGoesOn(traffic);
                scenario.runs(0, "cutover", plan);
                TrafficReport report = traffic.stop();

                assertThat(refusesWrites(scenario)).isTrue();
                assertThat(report.missingOn(scenario.target.root())).isEmpty();
                assertThat(report.strangersOn(scenario.target.root())).isEmpty();
            }
        }
    }

    private static void dieInOpening(Scenario scenario, Traffic traffic) {
        BinlogCoordinates drained = Replication.endOf(scenario.source);
        assertGoesOn(traffic);
        DeadRun.inOpening(scenario, Map.of("group", "lab", "read_only", "false", "super_read_only", "false"), drained);
        scenario.source.execute("SET GLOBAL super_read_only = ON");
    }

    private static boolean refusesWrites(Scenario scenario) {
        Sql sql = Sql.of("reading read_only", "SELECT @@GLOBAL.super_read_only + @@GLOBAL.read_only AS n");
        return scenario.source.root().query(sql).get(0).number("n") > 0;
    }

    private static long aborts(Scenario scenario) {
        return FileJournal.read(new RunDirectory(scenario.workDirectory())).events().stream()
                .filter(Event.Reached.class::isInstance)
                .filter(event -> ((Event.Reached) event).step().equals(Step.of("ABORTED")))
                .count();
    }

    private static void assertGoesOn(Traffic traffic) {
        int before = traffic.report().acknowledged().size();
        await().atMost(PATIENCE).until(() -> traffic.report().acknowledged().size() > before + 20);
    }
}
