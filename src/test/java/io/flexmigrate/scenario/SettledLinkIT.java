package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.model.BinlogCoordinates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link that ran and was stopped by somebody or something: it goes on, and nothing is applied twice or left out. */
class SettledLinkIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void goesOnWithTheSameLinkWhateverHasStoppedIt(@TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = begin(LabVersion.MYSQL_8_0, directory);
                Traffic traffic = scenario.traffic(60)) {
            Migration migration = new Migration(scenario, scenario.plan("approval: manual\nbudget: 10s"));
            migration.run("run", 0);
            assertThat(migration.links()).isEqualTo(1);

            migration.run("resume", 0);
            scenario.target.execute("STOP SLAVE");
            migration.run("resume", 0);
            scenario.target.stop();
            scenario.target.start();
            migration.run("resume", 0);
            scenario.source.stop();
            scenario.source.start();
            migration.run("resume", 0);
            assertThat(migration.links())
                    .as("made once, and only started since")
                    .isEqualTo(1);

            migration.run("cutover", 0);
            Moved.assertWhole(scenario, traffic);
        }
    }

    @Test
    void hasTheSourceSendAgainWhatALostRelayLogHeld(@TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = begin(LabVersion.MYSQL_5_7, directory);
                Traffic traffic = scenario.traffic(60)) {
            Migration migration = new Migration(scenario, scenario.plan("approval: manual\nbudget: 10s"));
            migration.run("run", 0);
            BinlogCoordinates snapshotIsBefore = Replication.endOf(scenario.source);

            loseRelayLog(scenario);
            migration.run("resume", 0);

            assertThat(Replication.of(scenario.target).hasApplied(snapshotIsBefore))
                    .isTrue();
            migration.run("cutover", 0);
            Moved.assertWhole(scenario, traffic);
        }
    }

    private static Scenario begin(LabVersion version, Path directory) {
        Scenario scenario = Scenario.begin(version, directory);
        Scenario.BANK.create(scenario.source.root());
        return scenario;
    }

    /** Lets the target receive what it does not apply, and spoils the file that holds it. */
    private static void loseRelayLog(Scenario scenario) {
        scenario.target.execute("STOP SLAVE SQL_THREAD");
        BinlogCoordinates before = Replication.endOf(scenario.source);
        await().atMost(PATIENCE)
                .until(() -> Replication.endOf(scenario.source).position() > before.position() + 20_000);
        scenario.target.execute("STOP SLAVE");
        spoil(scenario.target.dataDirectory());
    }

    private static void spoil(Path data) {
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.filter(name -> name.getFileName().toString().matches("relay_bin\\.\\d+"))
                    .toList()) {
                byte[] content = Files.readAllBytes(file);
                for (int at = 1_000; at < content.length; at++) {
                    content[at] = (byte) ~content[at];
                }
                Files.write(file, content);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
