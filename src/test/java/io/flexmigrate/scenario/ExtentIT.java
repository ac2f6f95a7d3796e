package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Ha;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExtentIT {

    private static final List<String> ROWS = List.of(
            "CREATE DATABASE shop",
            "CREATE TABLE shop.orders (id INT NOT NULL PRIMARY KEY, what VARCHAR(20))",
            "SET @n = 0",
            "INSERT INTO shop.orders SELECT @n := @n + 1, 'something' FROM information_schema.COLLATIONS a,"
                    + " information_schema.COLLATIONS b, information_schema.COLLATIONS c LIMIT 299999",
            "CREATE TABLE shop.few (id INT NOT NULL PRIMARY KEY)",
            "INSERT INTO shop.few VALUES (1), (2)",
            "CREATE TABLE shop.bag (v INT)",
            "INSERT INTO shop.bag VALUES (1), (1)");

    @ParameterizedTest
    @EnumSource(
            value = LabVersion.class,
            names = {"MYSQL_5_7", "MYSQL_8_0"})
    void comparesAsMuchAsItSaysAndSaysWhatThatDoesNotProve(LabVersion version, @TempDir Path directory)
            throws InterruptedException {
        LabServer target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE);
        try (Scenario scenario = Scenario.between(Lab.start(version), target, directory)) {
            scenario.source.execute(ROWS);
            target.execute(ROWS);
            Path plan = scenario.automaticPlan();

            String clean = verify(scenario, plan, 0, "--mode", "sample");
            assertThat(clean)
                    .contains("3 table(s) equal as far as they were compared, 0 different")
                    .contains("shop.orders: 3 of 60 chunks", "5 of 62 chunk(s)", "Not proven: ")
                    .doesNotContain("shop.few:");
            assertThat(verify(scenario, plan, 0, "--mode", "sample", "--one-in", "6"))
                    .contains("shop.orders: 10 of 60 chunks");

            // because every chunk lacks one content then, and no chunk a row
            target.execute("UPDATE shop.orders SET what = 'else' WHERE id % 5000 = 7");
            String first = verify(scenario, plan, 5, "--mode", "sample", "--seed", "42");
            assertThat(first).contains("shop.orders differs:", "--seed 42 compares");
            assertThat(rows(verify(scenario, plan, 5, "--mode", "sample", "--seed", "42")))
                    .isEqualTo(rows(first));
            assertThat(rows(first))
                    .hasSize(3)
                    .isNotEqualTo(rows(verify(scenario, plan, 5, "--mode", "sample", "--seed", "43")));
            assertThat(verify(scenario, plan, 0, "--mode", "counts"))
                    .contains("3 table(s) with as many rows on both sides, 0 different")
                    .contains("Not proven: what is in the rows");

            target.execute("DELETE FROM shop.orders WHERE id = 123456", "DELETE FROM shop.bag LIMIT 1");
            assertThat(verify(scenario, plan, 5, "--mode", "counts"))
                    .contains("row (id '123456') is missing on the target", "shop.bag differs:")
                    .contains("1 table(s) with as many rows on both sides, 2 different");
            assertThat(verify(scenario, plan, 2, "--mode", "counts", "--repair-sql", "out.sql"))
                    .contains("needs rows that were compared");
            assertThat(verify(scenario, plan, 2, "--seed", "1")).contains("are for --mode sample");
            assertThat(verify(scenario, plan, 2, "--mode", "fast")).contains("must be full, sample or counts");
        }
    }

    private static List<String> rows(String output) {
        return output.lines()
                .filter(line -> line.startsWith("    row ("))
                .sorted()
                .toList();
    }

    private static String verify(Scenario scenario, Path plan, int exitCode, String... more)
            throws InterruptedException {
        String[] all = new String[more.length + 2];
        all[0] = "--tables";
        all[1] = "shop.*";
        System.arraycopy(more, 0, all, 2, more.length);
        try (Program program = scenario.migrate("verify", plan, all)) {
            return program.endsWith(exitCode);
        }
    }
}
