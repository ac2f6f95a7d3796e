package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A target that is linked by statements, since it is no flexible server. */
class PlainTargetIT {

    private static final String[] GTIDS = {"--gtid-mode=ON", "--enforce-gtid-consistency=ON"};
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource({
        "MYSQL_5_7, position",
        "MYSQL_8_0, position",
        "MYSQL_5_7, gtid",
        "MYSQL_8_0, gtid",
    })
    void takesALiveServer(LabVersion version, String mode, @TempDir Path directory)
            throws InterruptedException, IOException {
        String[] options = mode.equals("gtid") ? GTIDS : new String[0];
        try (Scenario scenario = Scenario.between(Lab.start(version, options), PlainTarget.start(options), directory);
                Bank bank = new Bank(scenario)) {
            Path plan = PlainTarget.plan(scenario.automaticPlan("link: { mode: " + mode + " }"));
            try (Program migrate = scenario.migrate("run", plan)) {
                await().atMost(PATIENCE)
                        .until(() -> scenario.journalHas("\"step\":{\"name\":\"start-link\"") || !migrate.isAlive());
                if (migrate.isAlive()) {
                    assertThat(Replication.of(scenario.target).isByGtid()).isEqualTo(mode.equals("gtid"));
                }
                migrate.endsWith(0);
            }
            Moved.assertWhole(scenario, bank.traffic());
            Leftovers.assertNone(scenario);
        }
    }

    /** Its tables, and clients that write them. */
    private record Bank(Traffic traffic) implements AutoCloseable {

        Bank(Scenario scenario) {
            this(open(scenario));
        }

        private static Traffic open(Scenario scenario) {
            Scenario.BANK.create(scenario.source.root());
            return scenario.traffic(150);
        }

        @Override
        public void close() {
            traffic.close();
        }
    }
}
