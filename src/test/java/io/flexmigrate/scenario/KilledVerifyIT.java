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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A kill in VERIFY costs no proof: the ledger is gone on with, under writes. */
class KilledVerifyIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ROWS = 600_000;
    private static final int FEWER_ROWS = 200_000;

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void goesOnWithTheLedgerAfterKills(LabVersion version, @TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = Scenario.begin(version, directory)) {
            Scenario.BANK.create(scenario.source.root());
            scenario.addLargeTable(ROWS);
            try (Traffic traffic = scenario.traffic(60)) {
                Path plan = scenario.plan("approval: manual\nbudget: 20s", "verify: { threads: 1 }");
                List<String> first = killed(scenario, plan, "run", 2);
                List<String> second = killed(scenario, plan, "resume", first.size() + 2);
                assertThat(second).startsWith(first.toArray(String[]::new));

                ends(scenario, plan, "resume", 0);
                List<String> last = proofs(scenario);
                assertThat(last).startsWith(second.toArray(String[]::new));
                assertThat(last.stream().filter(line -> line.contains("ledger")))
                        .as("no chunk of a table that nobody writes to is compared twice")
                        .extracting(KilledVerifyIT::beginning)
                        .doesNotHaveDuplicates();

                ends(scenario, plan, "cutover", 0);
                TrafficReport report = traffic.stop();
                assertThat(report.missingOn(scenario.target.root())).isEmpty();
                assertThat(report.strangersOn(scenario.target.root())).isEmpty();
            }
        }
    }

    /** Whether its chunk was proven before the kill or not. */
    @Test
    void findsWhatWasSpoiltWhileNobodyWasThere(@TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());
            scenario.addLargeTable(FEWER_ROWS);
            Path plan = scenario.plan("approval: manual\nbudget: 20s", "verify: { threads: 1 }");
            scenario.migrateKilledAt("after VERIFY started#1", "run", plan);
            killed(scenario, plan, "resume", 2);
            spoil(scenario, 1, FEWER_ROWS);

            assertThat(ends(scenario, plan, "resume", 5)).contains("bank.ledger", "id '" + FEWER_ROWS + "'");
            mend(scenario, FEWER_ROWS);
            assertThat(ends(scenario, plan, "resume", 0))
                    .contains("Others than the link wrote to the target", "bank.ledger");
            assertThat(ends(scenario, plan, "cutover", 5)).contains("bank.ledger", "id '1'");
            mend(scenario, 1);
            ends(scenario, plan, "cutover", 0);
        }
    }

    private static void spoil(Scenario scenario, int... rows) {
        for (int row : rows) {
            scenario.target.execute("UPDATE bank.ledger SET entry = CONCAT(entry, ' ') WHERE id = " + row);
        }
    }

    private static void mend(Scenario scenario, int row) {
        scenario.target.execute("UPDATE bank.ledger SET entry = TRIM(entry) WHERE id = " + row);
    }

    private static String ends(Scenario scenario, Path plan, String verb, int exitCode) throws InterruptedException {
        try (Program migrate = scenario.migrate(verb, plan)) {
            return migrate.endsWith(exitCode);
        }
    }

    /** The table and where the chunk begins. */
    private static String beginning(String line) {
        return line.replaceAll(".*\"after\":(null|\\{[^}]*}).*", "$1");
    }

    private static List<String> killed(Scenario scenario, Path plan, String verb, int proofs)
            throws InterruptedException {
        try (Program migrate = scenario.migrate(verb, plan)) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> proofs(scenario).size() >= proofs || !migrate.isAlive());
            assertThat(migrate.isAlive()).as(migrate.output()).isTrue();
            migrate.kill();
        }
        return proofs(scenario);
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
