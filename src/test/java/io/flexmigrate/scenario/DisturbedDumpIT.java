package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.Background;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Others do something to the source that a dump cannot live with: it is prevented, or the dump is taken again. */
class DisturbedDumpIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "MYSQL_5_7; TRUNCATE TABLE bank.ledger",
                "MYSQL_8_0; TRUNCATE TABLE bank.ledger",
                "MYSQL_5_7; RENAME TABLE bank.ledger TO bank.away, bank.away TO bank.ledger",
                "MYSQL_8_0; RENAME TABLE bank.ledger TO bank.away, bank.away TO bank.ledger",
            })
    void dumpsAgainWhenATableWasChangedUnderIt(LabVersion version, String change, @TempDir Path directory)
            throws InterruptedException, IOException {
        try (Scenario scenario = begin(version, directory)) {
            try (Program migrate = scenario.migrate("run", holdingPlan(scenario))) {
                await().atMost(PATIENCE).until(() -> Files.exists(directory.resolve("dumped")));
                scenario.source.execute(change);
                Files.createFile(directory.resolve("go"));

                assertThat(migrate.endsWith(0))
                        .contains("Dump 1 cannot be used. Tables of the source were changed meanwhile: ")
                        .containsIgnoringCase(change.substring(0, 12));
            }
            assertSameRows(scenario);
        }
    }

    @Test
    void isNotDisturbedByTemporaryTablesAndOtherDatabasesOfAccounts(@TempDir Path directory)
            throws InterruptedException, IOException {
        try (Scenario scenario = begin(LabVersion.MYSQL_8_0, directory)) {
            try (Program migrate = scenario.migrate("run", holdingPlan(scenario))) {
                await().atMost(PATIENCE).until(() -> Files.exists(directory.resolve("dumped")));
                scenario.source.execute(
                        "CREATE TEMPORARY TABLE bank.scratch (id INT)", "CREATE USER late@localhost IDENTIFIED BY 'x'");
                Files.createFile(directory.resolve("go"));

                assertThat(migrate.endsWith(0)).doesNotContain("cannot be used");
            }
        }
    }

    @Test
    void holdsSchemaChangesBackWhereTheAccountMay(@TempDir Path directory) throws InterruptedException, IOException {
        try (Scenario scenario = begin(LabVersion.MYSQL_8_0, directory)) {
            scenario.source.execute("GRANT BACKUP_ADMIN ON *.* TO migrate@'%'");
            // so that nothing but the end of the dump lets the change through
            try (Program migrate = scenario.migrateHeldAt("before LOAD started#1", "run", holdingPlan(scenario))) {
                await().atMost(PATIENCE).until(() -> Files.exists(directory.resolve("dumped")));
                try (Background truncation = Background.run(scenario.source.root(), "TRUNCATE TABLE bank.ledger")) {
                    assertThat(truncation.endsWithin(Duration.ofSeconds(1)))
                            .as(migrate.output())
                            .isFalse();
                    Files.createFile(directory.resolve("go"));
                    assertThat(truncation.endsWithin(PATIENCE)).isTrue();
                }
                migrate.awaitHold();
                migrate.letGo();
                assertThat(migrate.endsWith(0)).doesNotContain("cannot be used");
            }
            assertSameRows(scenario);
        }
    }

    @Test
    void dumpsAgainAfterAToolThatFroze(@TempDir Path directory) throws InterruptedException, IOException {
        try (Scenario scenario = begin(LabVersion.MYSQL_8_0, directory)) {
            Path frozen = directory.resolve("frozen");
            Path tool = tool(directory, "[ -e " + frozen + " ] || { touch " + frozen + "; kill -STOP $$; }", "");
            Path plan = scenario.automaticPlan("dump: { mydumper: " + tool + ", max_lock: 5s }");

            try (Program migrate = scenario.migrate("run", plan)) {
                assertThat(migrate.endsWith(0))
                        .contains(
                                "Dump 1 cannot be used. mydumper's snapshots did not stand within dump.max_lock (5000 ms)")
                        .contains("Writers on the source go on.");
            }
            assertSameRows(scenario);
        }
    }

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void givesUpAtOnceOrEndsALongStatementAsThePlanSays(LabVersion version, @TempDir Path directory)
            throws InterruptedException {
        try (Scenario scenario = begin(version, directory);
                Background reader =
                        Background.run(scenario.source.root(), "SELECT SLEEP(1000) FROM bank.ledger LIMIT 1")) {
            await().atMost(PATIENCE).pollDelay(Duration.ofSeconds(3)).until(reader::isAtWork);
            try (Program migrate = scenario.migrate("run", planOnLongQuery(scenario, "abort"))) {
                assertThat(migrate.endsWith(1))
                        .contains(
                                "longer than dump.long_query_guard (1 s)",
                                "SELECT SLEEP(1000) FROM bank.ledger LIMIT 1");
            }
            assertThat(reader.isAtWork()).isTrue();

            try (Program migrate = scenario.migrate("resume", planOnLongQuery(scenario, "kill"))) {
                assertThat(migrate.endsWith(0))
                        .contains("Statements that ran longer than dump.long_query_guard are ended on the source");
            }
            assertThat(reader.isAtWork()).isFalse();
        }
    }

    private static Path planOnLongQuery(Scenario scenario, String rule) {
        return scenario.automaticPlan("dump: { long_query_guard: 1s, on_long_query: " + rule + " }");
    }

    private static Scenario begin(LabVersion version, Path directory) {
        Scenario scenario = Scenario.begin(version, directory);
        Scenario.BANK.create(scenario.source.root());
        scenario.addLargeTable(100_000);
        return scenario;
    }

    /** With time for a slow machine to begin a dump under the lock: no dump is taken again because of that. */
    private static Path holdingPlan(Scenario scenario) throws IOException {
        return scenario.automaticPlan("dump: { mydumper: " + holdingTool(scenario.directory) + ", max_lock: 30s }");
    }

    /** The real mydumper, which does not end, though its work is done, until it is told to. */
    private static Path holdingTool(Path directory) throws IOException {
        return tool(directory, "", """
                touch %s
                while [ ! -e %s ]; do sleep 0.05; done
                """.formatted(directory.resolve("dumped"), directory.resolve("go")));
    }

    private static Path tool(Path directory, String before, String after) throws IOException {
        String script = """
                #!/bin/sh
                case "$*" in *" -o "*) ;; *) exec "${MIGRATE_MYDUMPER:-mydumper}" "$@" ;; esac
                %s
                "${MIGRATE_MYDUMPER:-mydumper}" "$@" || exit $?
                %s
                """.formatted(before, after);
        Path tool = Files.writeString(directory.resolve("disturbed-mydumper"), script);
        return Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    }

    private static void assertSameRows(Scenario scenario) {
        Sql sql = Sql.of(
                "reading the ledger",
                "SELECT COUNT(*) AS n, COALESCE(SUM(CRC32(CONCAT(id, entry))), 0) AS rest FROM bank.ledger");
        assertThat(scenario.target.root().query(sql).toString())
                .isEqualTo(scenario.source.root().query(sql).toString());
    }
}
