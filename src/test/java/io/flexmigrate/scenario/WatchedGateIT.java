package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.lab.TrafficReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that waits for approval, and is proven again and again meanwhile. */
class WatchedGateIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern PROVEN = Pattern.compile("\"proven_since\":\"([^\"]+)\"");
    private static final String WATCH = "watch: { interval: 1s, max_lag: 10s }";

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void isProvenAgainAndAgainUntilItMoves(LabVersion version, @TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = Scenario.begin(version, directory)) {
            Scenario.BANK.create(scenario.source.root());
            scenario.source.execute(
                    "CREATE TABLE bank.quiet (id INT PRIMARY KEY, word VARCHAR(9)) ENGINE=InnoDB",
                    "INSERT INTO bank.quiet VALUES (1, 'one'), (2, 'two'), (3, 'three')");
            Path plan = scenario.plan("approval: manual\nbudget: 10s", "verify: { background: 100 }", WATCH);
            scenario.runs(0, "run", plan);
            try (Traffic traffic = scenario.traffic(60)) {
                try (Program watch = scenario.migrate("watch", plan, "--format", "json")) {
                    Instant now = Instant.now();
                    await().atMost(PATIENCE).until(() -> oldestProof(watch).isAfter(now));

                    scenario.target.execute("UPDATE bank.quiet SET word = 'Two' WHERE id = 2");
                    await().atMost(PATIENCE).until(() -> lastLine(watch).contains("\"verdict\":\"DIFFERENT\""));
                    assertThat(lastLine(watch)).contains("These tables differ: bank.quiet.");
                    assertThat(scenario.runs(5, "watch", plan, "--once")).contains("bank.quiet");

                    scenario.target.execute("UPDATE bank.quiet SET word = 'two' WHERE id = 2");
                    await().atMost(PATIENCE).until(() -> lastLine(watch).contains("\"verdict\":\"IN_SYNC\""));
                    watch.signal("INT");
                    watch.endsWith(130);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
                assertThat(scenario.runs(0, "status", plan)).contains("oldest proof");
                scenario.runs(0, "cutover", plan);
                TrafficReport report = traffic.stop();
                assertThat(report.missingOn(scenario.target.root())).isEmpty();
                assertThat(report.strangersOn(scenario.target.root())).isEmpty();
            }
        }
    }

    private static Instant oldestProof(Program watch) {
        Matcher matcher = PROVEN.matcher(lastLine(watch));
        return matcher.find() ? Instant.parse(matcher.group(1)) : Instant.MIN;
    }

    private static String lastLine(Program watch) {
        return watch.output().lines().reduce("", (earlier, later) -> later);
    }
}
