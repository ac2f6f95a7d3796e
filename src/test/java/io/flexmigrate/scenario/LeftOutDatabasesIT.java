package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Ha;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.mysql.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases of the source that the plan leaves out, while they are written. */
class LeftOutDatabasesIT {

    private static final String SCOPE = "scope: { databases: [bank] }";
    private static final String[] CHANGES_ELSEWHERE = {
        "INSERT INTO left_out.note VALUES (3)",
        "CREATE TABLE left_out.later (id INT PRIMARY KEY)",
        "UPDATE left_out.note SET id = id + 10",
        "USE bank",
        "INSERT INTO left_out.later VALUES (1)",
        "USE left_out",
        "DELETE FROM note",
    };

    @Test
    void aPlainTargetLeavesThemOutUntilTheEndAndKeepsItsOwnFilter(@TempDir Path directory)
            throws InterruptedException, IOException {
        try (Scenario scenario = Scenario.between(
                Lab.start(LabVersion.MYSQL_5_7),
                PlainTarget.start("--replicate-wild-ignore-table=mine.%"),
                directory)) {
            create(scenario);
            try (Traffic traffic = scenario.traffic(60)) {
                Migration migration = new Migration(
                        scenario, PlainTarget.plan(scenario.plan("approval: manual\nbudget: 10s", SCOPE)));
                migration.run("run", 0);
                assertThat(Replication.of(scenario.target).ignored()).contains("mine.%", "left\\_out.%");

                scenario.target.stop();
                scenario.source.execute(CHANGES_ELSEWHERE);
                scenario.target.start();
                migration.run("resume", 0);
                assertThat(Replication.of(scenario.target).ignored()).contains("mine.%", "left\\_out.%");

                migration.run("cutover", 0);
                Moved.assertWhole(scenario, traffic);
            }
            assertThat(Replication.of(scenario.target).ignored()).isEqualTo("mine.%");
            assertThat(databases(scenario.target)).contains("bank").doesNotContain("left_out");
        }
    }

    @Test
    void aFlexibleServerLeavesThemOutOnceItsParameterSaysSo(@TempDir Path directory) throws InterruptedException {
        List<String> options = new ArrayList<>(FlexibleServerEmulation.mysqldOptions(LabVersion.MYSQL_8_0, Ha.NONE));
        options.add("--replicate-wild-ignore-table=left\\_out.%");
        LabServer target = Lab.start(LabVersion.MYSQL_8_0, options);
        FlexibleServerEmulation.install(target, Ha.NONE);
        try (Scenario scenario = Scenario.between(Lab.start(LabVersion.MYSQL_8_0), target, directory)) {
            create(scenario);
            try (Traffic traffic = scenario.traffic(60)) {
                Migration migration = new Migration(scenario, scenario.plan("approval: manual\nbudget: 10s", SCOPE));
                assertThat(migration.run("run", 0)).doesNotContain("FM1041");
                scenario.source.execute(CHANGES_ELSEWHERE);
                migration.run("cutover", 0);
                Moved.assertWhole(scenario, traffic);
            }
            assertThat(databases(scenario.target)).contains("bank").doesNotContain("left_out");
        }
    }

    private static void create(Scenario scenario) {
        Scenario.BANK.create(scenario.source.root());
        scenario.source.execute(
                "CREATE DATABASE left_out",
                "CREATE TABLE left_out.note (id INT PRIMARY KEY)",
                "INSERT INTO left_out.note VALUES (1), (2)");
    }

    private static List<String> databases(LabServer server) {
        return server.root().with(session -> new Databases(session).names());
    }
}
