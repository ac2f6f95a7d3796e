package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.lab.TrafficSettings;
import io.flexmigrate.lab.Wire;
import io.flexmigrate.model.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network between us and the source that carries nothing any more, in the middle of a fence. */
class CutNetworkIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration DEAD_MAN = Duration.ofSeconds(4);
    private static final String SERVER = "approval: manual\nbudget: 20s\ndead_man_after: 4s";
    private static final String GROUP = SERVER + """

            groups:
              - { name: money, databases: [bank], accounts: ['app@%'] }
              - { name: rest, databases: [rest], accounts: ['other@%'] }""";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"server, FLUSH TABLES WITH READ LOCK", "group, LOCK TABLES", "group, ACCOUNT LOCK"})
    void theSourceTakesWritesAgainByItselfAndAllMovesLater(String kind, String statement)
            throws IOException, InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory, "--event-scheduler=ON");
                Wire wire = Wire.cutBehind(statement, scenario.source.port())) {
            fill(scenario);
            Path plan = scenario.plan(kind.equals("group") ? GROUP : SERVER);
            new PlanEdit(plan).replacing("port: " + scenario.source.port(), "port: " + wire.port());
            new PlanEdit(plan).replacing("mode: required", "mode: disabled");
            scenario.runs(0, "run", plan);
            wire.arm();
            try (Traffic traffic = client(scenario)) {
                try (Program migrate = scenario.migrate("cutover", plan)) {
                    await().atMost(PATIENCE).until(wire::isCut);
                    Instant cut = Instant.now();
                    int before = traffic.report().acknowledged().size();
                    await().atMost(PATIENCE)
                            .until(() -> traffic.report().acknowledged().size() > before + 20);
                    assertThat(traffic.report().longestGap(cut, Instant.now()))
                            .hasValueSatisfying(gap -> assertThat(gap.began().plus(gap.length()))
                                    .isBefore(cut.plus(DEAD_MAN).plusSeconds(3)));
                    assertThat(scenario.journalHas("\"name\":\"OPEN\"")).isFalse();
                    wire.mend();
                    assertThat(migrate.ends()).isIn(1, 7);
                }
                scenario.runs(0, "cutover", plan);
                assertThat(traffic.stop().missingOn(scenario.target.root())).isEmpty();
            }
        }
    }

    /** One alone: of several, one that waits for a row of another can keep the lock from us, which is then asked for again. */
    private static Traffic client(Scenario scenario) {
        return Traffic.start(
                new TrafficSettings(scenario.source.settings("source", "app", new Secret("lab-app")), "bank", 1, 50));
    }

    private static void fill(Scenario scenario) {
        Scenario.BANK.create(scenario.source.root());
        scenario.source.execute(
                "CREATE DATABASE rest",
                "CREATE TABLE rest.t (id INT PRIMARY KEY)",
                "REVOKE ALL ON *.* FROM app@'%'",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON bank.* TO app@'%'",
                "CREATE USER other@'%' IDENTIFIED BY 'x'",
                "GRANT LOCK TABLES, CREATE USER ON *.* TO migrate@'%'");
        scenario.target.execute("CREATE USER app@'%' IDENTIFIED BY 'lab-app'", "CREATE USER other@'%'");
    }
}
