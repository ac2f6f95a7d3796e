package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.FreePort;
import io.flexmigrate.lab.HaProxy;
import io.flexmigrate.lab.LabVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole migration and its way back, with every secret a plan can name, watched from outside all the time. */
class LeakHuntIT {

    private static final String CANARY = "lab-Canary&1";
    private static final String HOOK = "{ run: [sh, -c, 'env; sleep 0.3'] }";
    private static final String EVENTS = "events: [stage_done, warning, gate, cutover_done, failed]";

    /** Hooks that work, hang, fail and are not heard; whatever becomes of them, every command ends with 0. */
    private static final String TOLD = "on:\n  - { " + EVENTS + ", %1$s\n  - { " + EVENTS
            + ", run: [sleep, '600'], timeout: 200ms }\n  - { " + EVENTS + ", run: [sh, -c, 'exit 3'] }\n  - { "
            + EVENTS
            + ", webhook: { url: 'http://127.0.0.1:%2$d/x', headers: { Authorization: { file: canary.password } } } }";

    private static final List<String> SECRETS =
            List.of("lab-Migrate#1", "lab-Repl", FlexibleServerEmulation.ADMIN_PASSWORD.value(), CANARY);

    @TempDir
    private Path directory;

    @Test
    void showsNoSecretToAnybody() throws IOException, InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory);
                HaProxy proxy = HaProxy.start(FreePort.find(), FreePort.find(), scenario.source, scenario.target)) {
            Path plan = plan(scenario, proxy);
            try (LeakWatch watch = LeakWatch.start(scenario, SECRETS)) {
                scenario.runs(
                        0,
                        "plan",
                        plan,
                        "--output",
                        directory.resolve("plan.html").toString());
                scenario.runs(0, "plan", plan, "--format", "json");
                scenario.runs(0, "run", plan);
                scenario.runs(0, "cutover", plan, "--rehearse", "--with-fence");
                scenario.runs(0, "cutover", plan);
                scenario.runs(0, "status", plan, "--format", "json");
                Path report = directory.resolve("report.html");
                scenario.runs(0, "report", plan, "--output", report.toString());
                Leftovers.assertNone(scenario);
                scenario.runs(0, "rollback", plan);

                assertThat(told(scenario))
                        .contains("stage_done", "gate", "cutover_done")
                        .doesNotContain("failed");
                assertThat(scenario.journalHas("sleep 600' was not told of stage_done"))
                        .isTrue();
                assertThat(watch.leaks()).isEmpty();
                assertThat(watch.children()).contains("mydumper", "myloader", "sh", "sleep");
                assertThat(watch.looks()).isGreaterThan(50);
            }
            Files.delete(directory.resolve("canary.password"));
            assertThat(Leftovers.filesWith(directory, SECRETS)).isEmpty();
        }
    }

    private static Set<String> told(Scenario scenario) throws IOException {
        return Files.readAllLines(scenario.workDirectory().resolve("logs").resolve("hooks.log")).stream()
                .filter(line -> line.startsWith("MIGRATE_EVENT="))
                .map(line -> line.substring("MIGRATE_EVENT=".length()))
                .collect(Collectors.toSet());
    }

    private Path plan(Scenario scenario, HaProxy proxy) throws IOException {
        Scenario.BANK.create(scenario.source.root());
        // so that the tools live long enough to be seen
        scenario.addLargeTable(50_000);
        scenario.source.execute(
                "GRANT REPLICATION_SLAVE_ADMIN ON *.* TO migrate@'%'",
                "CREATE TABLE bank.migrate_canary (id INT NOT NULL PRIMARY KEY, n BIGINT NOT NULL) ENGINE = InnoDB");
        for (var server : List.of(scenario.source, scenario.target)) {
            server.execute(
                    "CREATE USER canary@'%' IDENTIFIED WITH mysql_native_password BY '" + CANARY + "'",
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON *.* TO canary@'%'");
        }
        Files.writeString(directory.resolve("canary.password"), CANARY);
        String haproxy =
                "{ haproxy: { api: %s, backend: mysql, source: source, target: target } }".formatted(proxy.api());
        Path plan = scenario.plan(
                """
                approval: manual
                budget: 10s
                groups:
                  - name: all
                    databases: [bank]
                    flip: [%1$s, %2$s]
                    flip_back: [%1$s, %2$s]
                    canary: { host: 127.0.0.1, port: %3$d, user: canary, password: { file: canary.password }, tls: { mode: required } }""".formatted(HOOK, haproxy, proxy.listenPort()), TOLD.formatted(HOOK.substring(2), FreePort.find()));
        return Files.writeString(plan, Files.readString(plan).replace("way_back: none", "way_back: required"));
    }
}
