package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.LabVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target that stays a replica, and is looked after. */
class SyncIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void staysInSyncAndTellsWhenItIsNot(@TempDir Path directory) throws InterruptedException, IOException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());
            Path plan = scenario.plan("approval: automatic", "purpose: sync", watching(directory));

            try (Program early = scenario.migrate("watch", plan, "--once")) {
                assertThat(early.endsWith(1)).contains("there is no run in");
            }
            try (Program migrate = scenario.migrate("run", plan)) {
                assertThat(migrate.endsWith(0))
                        .contains("VERIFY done", "Next: Run migrate watch")
                        .doesNotContain("CUT_OVER started");
            }
            assertThat(look(scenario, plan, 0)).contains(" in sync, lag ").doesNotContain("note:");

            scenario.source.execute(
                    "CREATE USER late@'%' IDENTIFIED BY 'x'",
                    "GRANT INSERT ON bank.* TO repl@'%'", "CREATE TABLE bank.newcomer (id INT PRIMARY KEY)");
            assertThat(look(scenario, plan, 0))
                    .contains(
                            "Accounts of the source changed, which replication does not carry: new: late@%; changed: repl@%.",
                            "Definitions of the source changed since the snapshot: new: table bank.newcomer.");

            scenario.target.execute("STOP SLAVE SQL_THREAD");
            assertThat(look(scenario, plan, 1)).contains(" broken").contains("applier");
            assertThat(alarms(directory)).isEqualTo("BROKEN\n");

            scenario.target.execute("START SLAVE SQL_THREAD");
            await().atMost(PATIENCE).untilAsserted(() -> look(scenario, plan, 0));
            assertThat(alarms(directory)).endsWith("BROKEN\nIN_SYNC\n");
        }
    }

    @Test
    void looksAgainAndAgainUntilItIsEnded(@TempDir Path directory) throws InterruptedException, IOException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_5_7, directory)) {
            Scenario.BANK.create(scenario.source.root());
            Path plan = scenario.plan("approval: automatic", "purpose: sync", watching(directory));
            try (Program migrate = scenario.migrate("run", plan)) {
                migrate.endsWith(0);
            }

            try (Program watch = scenario.migrate("watch", plan, "--format", "json")) {
                await().atMost(PATIENCE).until(() -> count(watch.output(), "\"verdict\":\"IN_SYNC\"") >= 2);

                scenario.target.execute("STOP SLAVE SQL_THREAD");
                await().atMost(PATIENCE).until(() -> count(watch.output(), "\"verdict\":\"BROKEN\"") >= 2);
                assertThat(alarms(directory)).isEqualTo("BROKEN\n");

                watch.signal("INT");
                watch.endsWith(130);
            }
        }
    }

    private static String look(Scenario scenario, Path plan, int exitCode) throws InterruptedException {
        try (Program watch = scenario.migrate("watch", plan, "--once")) {
            return watch.endsWith(exitCode);
        }
    }

    private static String watching(Path directory) throws IOException {
        Path alert = Files.writeString(
                directory.resolve("alert"),
                "#!/bin/sh\necho \"$MIGRATE_VERDICT\" >> " + directory.resolve("alarms") + "\n");
        Files.setPosixFilePermissions(alert, PosixFilePermissions.fromString("rwx------"));
        return "watch: { interval: 3s, max_lag: 30s, alert: [ { run: [" + alert + "] } ] }";
    }

    private static String alarms(Path directory) throws IOException {
        return Files.readString(directory.resolve("alarms"));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
