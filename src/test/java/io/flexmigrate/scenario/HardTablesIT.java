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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that tools leave out, alter or refuse: each is moved right. */
class HardTablesIT {

    /** What comes back altered, or not at all, where a tool of some release dumps or loads it. */
    private static final List<String> QUESTIONS = List.of(
            "SELECT id, CAST(d AS CHAR) AS d, CAST(dt AS CHAR) AS dt FROM menagerie.zero_defaults ORDER BY id",
            "SELECT id, f * 1E0 AS f FROM menagerie.precise ORDER BY id",
            "SELECT id, CAST(one AS UNSIGNED) AS one FROM menagerie.invalid_choice ORDER BY id",
            "SELECT id, made, changed, what FROM menagerie.stamped ORDER BY id",
            "SELECT `a``b` FROM menagerie.`back``tick`",
            "SELECT `a``b` FROM menagerie.back_ticked_column",
            "SELECT * FROM menagerie.`dotted.name`",
            "SELECT * FROM menagerie.`looks like a-schema`",
            "SELECT * FROM menagerie.labelled",
            "SELECT * FROM menagerie.named_documents");

    /** More than the 16 places in which a 5.7 server keeps open tables, by the number of the connection. */
    private static final int CLIENTS = 20;

    private static final String READING = "SELECT name FROM menagerie.named_documents IGNORE INDEX (by_name)";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void movesAllThatToolsWouldSpoil(LabVersion version) throws InterruptedException {
        try (Scenario scenario = begin(version)) {
            Dataset.addDefaultGenerated(scenario.source);
            Dataset.addHardNames(scenario.source);
            Dataset.addRefusedTables(scenario.source);
            Dataset.addAlteredValues(scenario.source);

            new Refusal(scenario).outputOf(0, scenario.automaticPlan());

            for (int client = 0; client < CLIENTS; client++) {
                assertThat(rows(scenario.source, READING)).hasSize(3);
            }
            assertThat(answers(scenario.target)).doesNotContain(List.of()).isEqualTo(answers(scenario.source));
        }
    }

    @Test
    void saysInADryRunWhichTablesItDumpsItselfAndWhy() throws InterruptedException {
        try (Scenario scenario = begin(LabVersion.MYSQL_8_0)) {
            Dataset.addHardNames(scenario.source);
            Dataset.addAlteredValues(scenario.source);

            try (Program migrate = scenario.migrate("run", scenario.automaticPlan(), "--dry-run")) {
                assertThat(migrate.endsWith(0))
                        .contains("ourselves", "FLOAT", "menagerie.precise", "menagerie.dotted.name", "-O ");
            }
        }
    }

    private Scenario begin(LabVersion version) {
        Scenario scenario = Scenario.begin(version, directory);
        scenario.source.execute("CREATE DATABASE menagerie CHARACTER SET utf8mb4");
        return scenario;
    }

    private static List<List<String>> answers(LabServer server) {
        return QUESTIONS.stream().map(question -> rows(server, question)).toList();
    }

    private static List<String> rows(LabServer server, String question) {
        return server.root().query(Sql.of("reading what is hard", question)).stream()
                .map(Row::toString)
                .toList();
    }
}
