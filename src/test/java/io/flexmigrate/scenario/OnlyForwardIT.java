package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After OPEN, when the run ended before it was finished: here because a flip hook failed. */
class OnlyForwardIT {

    @TempDir
    private Path directory;

    private Path hook;

    @BeforeEach
    void writeAHookThatFailsUntilItIsMended() throws IOException {
        hook = Files.writeString(directory.resolve("flip"), "#!/bin/sh\n[ -e " + directory.resolve("mended") + " ]\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void goesToTheEndWithoutTheSource() throws InterruptedException, IOException {
        try (Scenario scenario = opened()) {
            scenario.source.stop();
            mend();

            String said = runs(scenario, "resume", 0);

            assertThat(said)
                    .contains("it was not checked that it stayed closed")
                    .contains("The source could not be secured after the flip");
            assertThat(links(scenario)).isZero();
            scenario.target.execute("INSERT INTO bank.plain VALUES (2)");
        }
    }

    @Test
    void stopsForAPersonWhenTheSourceWasWrittenTo() throws InterruptedException, IOException {
        try (Scenario scenario = opened()) {
            scenario.source.execute(
                    "SET GLOBAL super_read_only = OFF",
                    "SET GLOBAL read_only = OFF",
                    "INSERT INTO bank.plain VALUES (2)");
            mend();

            assertThat(runs(scenario, "resume", 6))
                    .contains("The source wrote to its binlog after the target was opened")
                    .contains("SHOW BINLOG EVENTS IN 'binlog.000001' FROM ");
            assertThat(runs(scenario, "resume", 6)).contains("An earlier run could not tell who owns the writes");

            assertThat(number(scenario.source, "SELECT @@GLOBAL.super_read_only AS n"))
                    .isEqualTo(1);
            assertThat(links(scenario)).isEqualTo(1);
        }
    }

    @Test
    void removesALinkThatIsStoppedAlreadyAndKnowsOneThatIsRemovedAlready() throws InterruptedException, IOException {
        try (Scenario scenario = opened()) {
            FlexibleServerEmulation.admin(scenario.target)
                    .execute(Sql.of("stopping the link", "CALL mysql.az_replication_stop"));
            mend();

            runs(scenario, "resume", 0);
            assertThat(links(scenario)).isZero();

            cutJournalAfterTheIntentToRemoveTheLink(scenario);
            runs(scenario, "resume", 0);
            assertThat(links(scenario)).isZero();
            assertThat(Files.readAllLines(scenario.workDirectory().resolve("journal.jsonl")))
                    .filteredOn(line -> line.contains("\"name\":\"remove-link\""))
                    .as("one intent, one outcome")
                    .hasSize(2);
        }
    }

    private Scenario opened() throws InterruptedException {
        Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory);
        Scenario.BANK.create(scenario.source.root());
        scenario.source.execute(
                "CREATE TABLE bank.plain (id INT PRIMARY KEY) ENGINE=InnoDB", "INSERT INTO bank.plain VALUES (1)");
        assertThat(runs(scenario, "run", 1)).contains("there is only forward");
        assertThat(scenario.journalHas("\"name\":\"OPEN\"")).isTrue();
        return scenario;
    }

    private String runs(Scenario scenario, String verb, int exitCode) throws InterruptedException {
        Path plan = scenario.plan(
                "approval: automatic\nbudget: 10s\ngroups:\n  - name: all\n    flip:\n      - { run: [" + hook + "] }");
        try (Program migrate = scenario.migrate(verb, plan)) {
            return migrate.endsWith(exitCode);
        }
    }

    private void mend() throws IOException {
        Files.createFile(directory.resolve("mended"));
    }

    private static void cutJournalAfterTheIntentToRemoveTheLink(Scenario scenario) throws IOException {
        Path journal = scenario.workDirectory().resolve("journal.jsonl");
        List<String> kept = new ArrayList<>();
        for (String line : Files.readAllLines(journal)) {
            kept.add(line);
            if (line.contains("\"name\":\"remove-link\"")) {
                break;
            }
        }
        assertThat(kept).last().asString().containsIgnoringCase("intended");
        Files.write(journal, kept);
    }

    private static long links(Scenario scenario) {
        return scenario.target
                .root()
                .query(Sql.of("looking for a link", "SHOW SLAVE STATUS"))
                .size();
    }

    private static long number(LabServer server, String query) {
        return server.root().query(Sql.of("looking", query)).get(0).number("n");
    }
}
