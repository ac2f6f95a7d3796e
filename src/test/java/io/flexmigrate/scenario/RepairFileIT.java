package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.Dataset;
import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Ha;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepairFileIT {

    private static final String OF_BOTH = "menagerie.*,old town.*";

    /** What the dataset has not: names that try to end a comment, a statement or a quoted name, and keys that are alike. */
    private static final List<String> MORE = List.of(
            "CREATE TABLE menagerie.`end;\n; DROP TABLE ``x``;\n-- */ ' \" \\` (`id;\n--` INT NOT NULL PRIMARY KEY,"
                    + " `'\\``\"` VARCHAR(100) CHARACTER SET utf8)",
            "INSERT INTO menagerie.`end;\n; DROP TABLE ``x``;\n-- */ ' \" \\` VALUES (1, '''; DROP TABLE x; -- \\\\'),"
                    + " (2, '\n;\n/*! */ `')",
            "CREATE TABLE menagerie.alike (id VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NOT NULL,"
                    + " other INT, PRIMARY KEY (id), UNIQUE KEY (other))",
            "INSERT INTO menagerie.alike VALUES ('a', 1), ('b', 2), ('c', 3)");

    @ParameterizedTest
    @EnumSource(
            value = LabVersion.class,
            names = {"MYSQL_5_7", "MYSQL_8_0"})
    void makesTheTargetEqualAgainWhateverIsDifferent(LabVersion version, @TempDir Path directory)
            throws IOException, InterruptedException, SQLException {
        LabServer target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE);
        try (Scenario scenario = Scenario.between(Lab.start(version), target, directory)) {
            fill(scenario.source);
            fill(scenario.target);
            alignPlaces(scenario);
            // because one of them refuses every row, and another writes rows of its own
            dropTriggers(scenario.target);
            Path plan = scenario.automaticPlan();
            Path file = directory.resolve("out.sql");
            assertThat(verify(scenario, plan, file, 0)).contains("so there is nothing to put right");
            assertThat(file).doesNotExist();

            scenario.target.execute(emptied(scenario.target));
            repair(scenario, plan, file);

            scenario.target.execute(planted(scenario.target));
            String text = repair(scenario, plan, file);
            assertThat(text)
                    .doesNotContain(Scenario.MIGRATE_PASSWORD.value(), FlexibleServerEmulation.ADMIN_PASSWORD.value());
            assertThat(verify(scenario, plan, file, 2)).contains("there is a file");
            assertThat(verify(scenario, plan, directory.resolve("no/out.sql"), 2))
                    .contains("no file can be made");
        }
    }

    private static String repair(Scenario scenario, Path plan, Path file)
            throws IOException, InterruptedException, SQLException {
        Files.deleteIfExists(file);
        assertThat(verify(scenario, plan, file, 5)).contains("Nothing was applied.", "personal data");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String text = Files.readString(file);
        apply(scenario.target, text);
        assertThat(verify(scenario, plan, file.resolveSibling("none.sql"), 0)).contains(" 0 different");
        return text;
    }

    private static String verify(Scenario scenario, Path plan, Path file, int exitCode) throws InterruptedException {
        try (Program program = scenario.migrate("verify", plan, "--tables", OF_BOTH, "--repair-sql", file.toString())) {
            return program.endsWith(exitCode);
        }
    }

    /** The whole file at once, in a session that thinks otherwise of everything the file does not say itself. */
    private static void apply(LabServer target, String text) throws SQLException {
        String url = "jdbc:mysql://" + target.host() + ":" + target.port()
                + "/?allowMultiQueries=true&sslMode=REQUIRED&allowPublicKeyRetrieval=true";
        try (Connection connection = DriverManager.getConnection(
                        url, FlexibleServerEmulation.ADMIN, FlexibleServerEmulation.ADMIN_PASSWORD.value());
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION sql_mode = 'ANSI,TRADITIONAL,NO_BACKSLASH_ESCAPES,PAD_CHAR_TO_FULL_LENGTH',"
                    + " time_zone = '-07:00', sql_safe_updates = 1");
            statement.execute("SET NAMES latin1");
            boolean more = statement.execute(text);
            while (more || statement.getUpdateCount() != -1) {
                more = statement.getMoreResults();
            }
        }
    }

    private static void fill(LabServer server) {
        Dataset.install(server);
        Dataset.addDefaultGenerated(server);
        Dataset.addHardNames(server);
        Dataset.addAlteredValues(server);
        Dataset.addEveryValue(server);
        List<String> statements = new ArrayList<>(List.of("SET SESSION sql_mode = ''"));
        statements.addAll(MORE);
        server.execute(statements);
    }

    /** 5.7 and 8.0 take the axes of the same text in another order. */
    private static void alignPlaces(Scenario scenario) {
        String place = scenario.source
                .root()
                .query(Sql.of("reading a place", "SELECT HEX(g) AS g FROM menagerie.every_document WHERE id = 2"))
                .get(0)
                .text("g");
        scenario.target.execute("UPDATE menagerie.every_document SET g = X'" + place + "' WHERE id = 2");
    }

    private static void dropTriggers(LabServer server) {
        server.root()
                .query(
                        Sql.of(
                                "listing triggers",
                                "SELECT TRIGGER_NAME AS name FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = 'menagerie'"))
                .forEach(row -> server.execute("DROP TRIGGER menagerie." + Identifier.quoted(row.text("name"))));
    }

    private static List<String> emptied(LabServer server) {
        List<String> statements = new ArrayList<>(List.of("SET SESSION foreign_key_checks = 0"));
        tables(server).forEach(table -> statements.add("DELETE FROM " + table.quoted()));
        return statements;
    }

    /** Everything that may be NULL is NULL, rows are there that should not be, and values have changed places. */
    private static List<String> planted(LabServer server) {
        List<String> statements = new ArrayList<>(List.of("SET SESSION foreign_key_checks = 0, sql_mode = ''"));
        for (TableName table : tables(server)) {
            nullable(server, table)
                    .forEach(column -> statements.add(
                            "UPDATE " + table.quoted() + " SET " + Identifier.quoted(column) + " = NULL"));
        }
        statements.addAll(List.of(
                "UPDATE menagerie.no_key SET a = 5 LIMIT 1",
                "INSERT INTO menagerie.no_key VALUES (1, 'twice '), (1, 'twice '), (9, '''')",
                "INSERT INTO menagerie.composite VALUES ('xx', 9, '2020-01-01', 'more')",
                "UPDATE menagerie.text_key SET id = CONCAT(id, '!') WHERE n = 7 OR id = 'A'",
                "UPDATE menagerie.every_moment SET id = 99 WHERE id = 2",
                "UPDATE menagerie.zero_key SET id = 1 WHERE id = 0",
                "UPDATE menagerie.alike SET other = 4 WHERE id = 'a'",
                "UPDATE menagerie.alike SET id = 'A', other = 2 WHERE id = 'a'",
                "UPDATE menagerie.alike SET other = 1 WHERE id = 'b'",
                "INSERT INTO menagerie.alike VALUES ('d', 3)"));
        return statements;
    }

    private static List<TableName> tables(LabServer server) {
        return server
                .root()
                .query(Sql.of(
                        "listing tables",
                        "SELECT TABLE_SCHEMA AS db, TABLE_NAME AS name FROM information_schema.TABLES"
                                + " WHERE TABLE_SCHEMA IN ('menagerie', 'old town') AND TABLE_TYPE = 'BASE TABLE'"))
                .stream()
                .map(row -> new TableName(row.text("db"), row.text("name")))
                .toList();
    }

    private static List<String> nullable(LabServer server, TableName table) {
        List<Row> columns = server.root()
                .query(Sql.of(
                        "listing columns",
                        "SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?"
                                + " AND IS_NULLABLE = 'YES' AND GENERATION_EXPRESSION = ''",
                        table.database(),
                        table.table()));
        return columns.stream().map(row -> row.text("name")).toList();
    }
}
