package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.Background;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tool is in trouble while the source is locked for it: the source must not pay for that. */
class LockedDumpIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** In which whatever is not held up has had its turn, on a busy machine too. */
    private static final Duration TURN = Duration.ofSeconds(10);

    @Test
    void endsAMydumperThatWaitsForItsOwnLockWithAllItLeftOnTheSource(@TempDir Path directory)
            throws InterruptedException, IOException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());
            scenario.addLargeTable(100);
            // between our lock and the tool's own, where no check can see it
            Path tool = tool(directory, "while [ ! -e " + directory.resolve("go") + " ]; do sleep 0.05; done");
            Path plan = plan(scenario, tool, "5s");
            try (Traffic traffic = scenario.traffic(60);
                    Program migrate = scenario.migrate("run", plan)) {
                await().atMost(PATIENCE).until(() -> Files.exists(directory.resolve("begun")));
                try (Background reader =
                        Background.run(scenario.source.root(), "SELECT SLEEP(600) FROM bank.ledger LIMIT 1")) {
                    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(reader::isAtWork);
                    Files.createFile(directory.resolve("go"));

                    await().atMost(PATIENCE)
                            .until(() -> migrate.output().contains("did not stand within dump.max_lock (5000 ms)"));
                    assertThat(reader.isAtWork()).isTrue();
                    assertNobodyWaitsForTheLock(scenario);
                    assertGoesOn(traffic);
                }
                migrate.endsWith(0); // by another dump, since nobody is in its way any more
                assertThat(traffic.stop().missingOn(scenario.target.root())).isEmpty();
            }
        }
    }

    @Test
    void killsAFrozenMydumperAndUnlocksTheSource(@TempDir Path directory) throws InterruptedException, IOException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());
            Path tool = tool(directory, "[ -e " + directory.resolve("go") + " ] || kill -STOP $$");
            Path plan = plan(scenario, tool, "2s");
            try (Traffic traffic = scenario.traffic(60);
                    Program migrate = scenario.migrate("run", plan)) {
                assertThat(migrate.endsWith(1)).contains("did not stand within dump.max_lock (2000 ms)");

                long frozen = Long.parseLong(
                        Files.readString(directory.resolve("begun")).strip());
                assertThat(ProcessHandle.of(frozen)).isEmpty();
                assertNobodyOfOursIsLeft(scenario);
                assertGoesOn(traffic);
                assertThat(traffic.report().longestGap()).isLessThan(Duration.ofSeconds(4));
                Files.createFile(directory.resolve("go"));
                // because now it is to succeed, however slow the machine is
                resume(scenario, new PlanEdit(plan).replacing("max_lock: 2s", "max_lock: 10s"), traffic);
            }
        }
    }

    private static Path plan(Scenario scenario, Path tool, String maxLock) {
        return scenario.automaticPlan("dump: { mydumper: " + tool + ", max_lock: " + maxLock + " }");
    }

    /** The real mydumper behind something that is done first. */
    private static Path tool(Path directory, String first) throws IOException {
        String script = """
                #!/bin/sh
                case "$*" in *" -o "*) ;; *) exec "${MIGRATE_MYDUMPER:-mydumper}" "$@" ;; esac
                echo $$ > %s
                %s
                exec "${MIGRATE_MYDUMPER:-mydumper}" "$@"
                """.formatted(directory.resolve("begun"), first);
        Path tool = Files.writeString(directory.resolve("slow-mydumper"), script);
        return Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    }

    private static void assertNobodyOfOursIsLeft(Scenario scenario) {
        String query = "SELECT ID FROM information_schema.PROCESSLIST WHERE USER = 'migrate' OR INFO LIKE 'FLUSH%'"
                + " AND ID <> CONNECTION_ID()";
        await().atMost(TURN)
                .until(() -> scenario.source
                        .root()
                        .query(Sql.of("looking for sessions of the migration", query))
                        .isEmpty());
    }

    private static void assertNobodyWaitsForTheLock(Scenario scenario) {
        String query =
                "SELECT ID FROM information_schema.PROCESSLIST WHERE INFO LIKE 'FLUSH%' AND ID <> CONNECTION_ID()";
        await().atMost(TURN)
                .until(() -> scenario.source
                        .root()
                        .query(Sql.of("looking for locks that are waited for", query))
                        .isEmpty());
    }

    private static void assertGoesOn(Traffic traffic) {
        int before = traffic.report().acknowledged().size();
        await().atMost(TURN).until(() -> traffic.report().acknowledged().size() > before + 50);
    }

    private static void resume(Scenario scenario, Path plan, Traffic traffic) throws InterruptedException {
        try (Program migrate = scenario.migrate("resume", plan)) {
            migrate.endsWith(0);
            assertThat(traffic.stop().missingOn(scenario.target.root())).isEmpty();
        }
    }
}
