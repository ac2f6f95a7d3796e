package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.Dataset;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Sql;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that look as if they could move: each is moved right, or stops the migration by its name. */
class HardTablesIT {

    private static final String ZEROS =
            "SELECT id, CAST(d AS CHAR) AS d, CAST(dt AS CHAR) AS dt FROM menagerie.zero_defaults ORDER BY id";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Test
    void movesTextsInGeneratedColumnsAndZeroDefaultsOf57() throws InterruptedException {
        try (Scenario scenario = begin(LabVersion.MYSQL_5_7)) {
            Dataset.addRefusedTables(scenario.source);

            new Refusal(scenario).outputOf(0, scenario.automaticPlan());
            assertThat(rows(scenario.target)).hasSize(2).isEqualTo(rows(scenario.source));
        }
    }

    @Test
    void movesTextsInGeneratedColumnsAndZeroDefaultsOf80() throws InterruptedException {
        try (Scenario scenario = begin(LabVersion.MYSQL_8_0)) {
            Dataset.addRefusedTables(scenario.source);

            new Refusal(scenario).outputOf(0, scenario.automaticPlan());
            assertThat(rows(scenario.target)).hasSize(2).isEqualTo(rows(scenario.source));
        }
    }

    @Test
    void stopsBeforeTheCutOverWhereTheDumpAlteredValuesAndGoesOnOnceTheyArePutRight() throws InterruptedException {
        try (Scenario scenario = begin(LabVersion.MYSQL_8_0)) {
            Dataset.addAlteredValues(scenario.source);

            assertThat(new Refusal(scenario).outputOf(5, scenario.automaticPlan()))
                    .contains("menagerie.precise", "menagerie.invalid_choice", "Put the rows right on the target")
                    .doesNotContain("CUT_OVER started");

            scenario.target.execute(
                    "SET SESSION sql_mode = ''",
                    "UPDATE menagerie.precise SET f = 16777216 WHERE id = 1",
                    "UPDATE menagerie.precise SET f = 3.402823e38 WHERE id = 2",
                    "UPDATE menagerie.precise SET f = 0.123456789 WHERE id = 3",
                    "UPDATE menagerie.invalid_choice SET one = 'not one of them' WHERE id = 1");
            new Refusal(scenario).outputOf(0, scenario.automaticPlan());
        }
    }

    private Scenario begin(LabVersion version) {
        Scenario scenario = Scenario.begin(version, directory);
        scenario.source.execute("CREATE DATABASE menagerie CHARACTER SET utf8mb4");
        return scenario;
    }

    private static List<String> rows(LabServer server) {
        return server.root().query(Sql.of("reading the zeros", ZEROS)).stream()
                .map(Row::toString)
                .toList();
    }
}
