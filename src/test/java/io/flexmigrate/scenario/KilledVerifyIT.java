package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.lab.TrafficReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A kill in VERIFY costs no proof: the ledger is gone on with, under writes. */
class KilledVerifyIT {

    private static final int ROWS = 600_000;

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void goesOnWithTheLedgerAfterKills(LabVersion version, @TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = Scenario.begin(version, directory)) {
            Scenario.BANK.create(scenario.source.root());
            scenario.addLargeTable(ROWS);
            try (Traffic traffic = scenario.traffic(100)) {
                Path plan = scenario.plan("approval: manual\nbudget: 20s", "verify: { threads: 1 }");
                List<String> first = killed(scenario, plan, "run", 2);
                List<String> second = killed(scenario, plan, "resume", first.size() + 2);
                assertThat(second).startsWith(first.toArray(String[]::new));

                finish(scenario, plan, "resume");
                List<String> last = proofs(scenario);
                assertThat(last).startsWith(second.toArray(String[]::new));
                assertThat(last.stream().filter(line -> line.contains("ledger")))
                        .as("no chunk of a table that nobody writes to is compared twice")
                        .extracting(KilledVerifyIT::beginning)
                        .doesNotHaveDuplicates();

                finish(scenario, plan, "cutover");
                TrafficReport report = traffic.stop();
                assertThat(report.missingOn(scenario.target.root())).isEmpty();
                assertThat(report.strangersOn(scenario.target.root())).isEmpty();
            }
        }
    }

    /** The table and where the chunk begins. */
    private static String beginning(String line) {
        return line.replaceAll(".*\"after\":(null|\\{[^}]*}).*", "$1");
    }

    private static List<String> killed(Scenario scenario, Path plan, String verb, int proofs)
            throws InterruptedException {
        try (Program migrate = scenario.migrate(verb, plan)) {
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> proofs(scenario).size() >= proofs || !migrate.isAlive());
            assertThat(migrate.isAlive()).as(migrate.output()).isTrue();
            migrate.kill();
        }
        return proofs(scenario);
    }

    private static void finish(Scenario scenario, Path plan, String verb) throws InterruptedException {
        try (Program migrate = scenario.migrate(verb, plan)) {
            migrate.endsWith(0);
        }
    }

    /** The whole lines of the ledger. */
    private static List<String> proofs(Scenario scenario) {
        Path verify = scenario.workDirectory().resolve("verify");
        if (!Files.isDirectory(verify)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(verify)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
            return text.substring(0, text.lastIndexOf("\n") + 1).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
