package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.FreePort;
import io.flexmigrate.lab.HaProxy;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.lab.TrafficReport;
import io.flexmigrate.lab.TrafficSettings;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanaryIT {

    @TempDir
    private Path directory;

    @Test
    void tellsWhatClientsSawOfTheWayOverAndOfTheWayBack() throws IOException, InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory);
                HaProxy proxy = HaProxy.start(FreePort.find(), FreePort.find(), scenario.source, scenario.target)) {
            Path plan = plan(scenario, proxy);
            scenario.runs(0, "run", plan);
            assertThat(scenario.runs(1, "cutover", plan))
                    .contains("It would not work now", "CREATE TABLE `bank`.`migrate_canary` (id INT");
            scenario.source.execute(
                    "CREATE TABLE bank.migrate_canary (id INT NOT NULL PRIMARY KEY, n BIGINT NOT NULL) ENGINE = InnoDB");
            try (Traffic traffic = Traffic.start(
                    new TrafficSettings(scenario.source.settings("app", "app", new Secret("lab-app")), "bank", 4, 100)
                            .through("127.0.0.1", proxy.listenPort()))) {
                assertThat(scenario.runs(0, "cutover", plan, "--rehearse", "--with-fence"))
                        .containsPattern("a client was without an answer for .*, 0 errors");
                String said = scenario.runs(0, "cutover", plan);
                assertThat(said)
                        .containsPattern("a client was without an answer for \\S+ m?s \\(usually .*\\), \\S+ errors?");
                assertThat(beats(scenario)).isPositive();
                assertThat(scenario.runs(0, "status", plan))
                        .containsPattern("all +moved, DONE since .*\n +a client was without an answer for");

                scenario.runs(0, "rollback", plan);

                TrafficReport report = traffic.stop();
                assertThat(report.missingOn(scenario.source.root())).isEmpty();
                assertThat(report.strangersOn(scenario.source.root())).isEmpty();
            }
        }
    }

    private static long beats(Scenario scenario) {
        return scenario.target
                .root()
                .query(Sql.of("looking", "SELECT n FROM bank.migrate_canary"))
                .get(0)
                .number("n");
    }

    private static Path plan(Scenario scenario, HaProxy proxy) throws IOException {
        Scenario.BANK.create(scenario.source.root());
        scenario.source.execute("GRANT REPLICATION_SLAVE_ADMIN ON *.* TO migrate@'%'");
        scenario.target.execute(
                "CREATE USER app@'%' IDENTIFIED WITH mysql_native_password BY 'lab-app'",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON *.* TO app@'%'");
        Files.writeString(scenario.directory.resolve("app.password"), "lab-app");
        Path plan = scenario.plan("""
                approval: manual
                budget: 10s
                groups:
                  - name: all
                    databases: [bank]
                    flip: [{ haproxy: { api: %s, backend: mysql, source: source, target: target } }]
                    canary: { host: 127.0.0.1, port: %d, user: app, password: { file: app.password }, tls: { mode: required } }""".formatted(proxy.api(), proxy.listenPort()));
        return Files.writeString(plan, Files.readString(plan).replace("way_back: none", "way_back: required"));
    }
}
