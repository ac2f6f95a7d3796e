package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An event that stops the link and that a person passes over. */
class SkipIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern CULPRIT = Pattern.compile("--event (\\S+)");

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void showsTheEventAndSkipsThatOneOnlyForAReason(LabVersion version, @TempDir Path directory)
            throws InterruptedException, IOException {
        try (Scenario scenario = Scenario.begin(version, directory)) {
            scenario.source.execute(
                    "CREATE DATABASE shop",
                    "CREATE TABLE shop.price (id INT PRIMARY KEY, cents INT)",
                    "INSERT INTO shop.price VALUES (1, 100), (2, 200), (3, 300)");
            Path plan = scenario.plan("approval: manual");
            run(scenario, "run", plan, 0);
            assertThat(run(scenario, "skip", plan, 1)).contains("No event stops the link: nothing is skipped.");

            scenario.target.execute("DELETE FROM shop.price WHERE id = 2");
            scenario.source.execute(
                    "UPDATE shop.price SET cents = 201 WHERE id = 2", "UPDATE shop.price SET cents = 301 WHERE id = 3");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> run(scenario, "skip", plan).contains("--event"));
            String shown = run(scenario, "skip", plan, 0);
            assertThat(shown)
                    .contains("error 1032", "shop.price", "Update_rows", "Nothing was skipped.")
                    .doesNotContain("cents = 201");
            Matcher culprit = CULPRIT.matcher(shown);
            assertThat(culprit.find()).isTrue();

            assertThat(run(scenario, "skip", plan, 2, "--event", culprit.group(1)))
                    .contains("--because");
            assertThat(run(scenario, "skip", plan, 1, "--event", "binlog.000001:4", "--because", "tired"))
                    .contains("not by binlog.000001:4: nothing was skipped");
            assertThat(run(scenario, "skip", plan, 2, "--event", culprit.group(1), "--because", " "))
                    .contains("go together");
            assertThat(cents(scenario, 3)).isEqualTo("300");

            assertThat(run(scenario, "skip", plan, 0, "--event", culprit.group(1), "--because", "sold out"))
                    .contains("Skipped.");
            Awaitility.await().atMost(PATIENCE).until(() -> cents(scenario, 3).equals("301"));
            assertThat(Files.readString(scenario.workDirectory().resolve("journal.jsonl")))
                    .contains("\"name\":\"skip-event\"", "\"why\":\"sold out\"", "\"who\":\"" + user() + "\"");
            assertThat(run(scenario, "status", plan, 0)).contains("was skipped by " + user() + ": sold out");
        }
    }

    private static String user() {
        return System.getProperty("user.name");
    }

    private static String cents(Scenario scenario, int id) {
        return scenario
                .target
                .root()
                .query(Sql.of("reading a price", "SELECT cents FROM shop.price WHERE id = ?", id))
                .stream()
                .map(row -> row.only())
                .findFirst()
                .orElse("none");
    }

    private static String run(Scenario scenario, String verb, Path plan, int exitCode, String... more)
            throws InterruptedException {
        try (Program program = scenario.migrate(verb, plan, more)) {
            return program.endsWith(exitCode);
        }
    }

    private static String run(Scenario scenario, String verb, Path plan) throws InterruptedException {
        try (Program program = scenario.migrate(verb, plan)) {
            program.ends();
            return program.output();
        }
    }
}
