package io.flexmigrate.stage.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.Dataset;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.DefinitionDifference;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Forecast;
import io.flexmigrate.mysql.ServerInventory;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same definitions on two real servers, and one small difference after the other planted among them. */
class FidelityIT {

    private static final String MORE = """
            CREATE TABLE menagerie.fine (
              id INT NOT NULL AUTO_INCREMENT, code VARCHAR(20) CHARACTER SET latin1 NOT NULL DEFAULT 'x',
              bin VARBINARY(8) NOT NULL DEFAULT 'ab', at DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
              old CHAR(3) CHARACTER SET utf8 COLLATE utf8_bin, n BIGINT(12) UNSIGNED, z INT(6) ZEROFILL, y YEAR,
              sum BIGINT GENERATED ALWAYS AS (z + coalesce(n, 3)) STORED COMMENT 'computed',
              t VARCHAR(40) GENERATED ALWAYS AS (concat(code, ' ', 'it''s é €')) VIRTUAL, other INT NULL,
              PRIMARY KEY (id), UNIQUE KEY by_code (code(10), n), KEY by_n (n) COMMENT 'slow',
              CONSTRAINT fine_other FOREIGN KEY (other) REFERENCES menagerie.abroad (id) ON DELETE CASCADE
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC COMMENT='fine'""";

    /**
     * A difference.
     *
     * @param statement what makes it on the target
     * @param undo what takes it away again
     * @param words how it must be named
     */
    private record Planted(String statement, String undo, String words) {}

    private static List<Planted> differences() {
        String fine = "ALTER TABLE menagerie.fine ";
        List<Planted> all = new ArrayList<>();
        all.add(new Planted(
                fine + "DROP KEY by_n",
                fine + "ADD KEY by_n (n) COMMENT 'slow'",
                "index menagerie.fine.by_n is missing"));
        all.add(new Planted(
                fine + "ADD KEY more (z)", fine + "DROP KEY more", "index menagerie.fine.more is on the target only"));
        all.add(new Planted(
                fine + "DROP KEY by_n, ADD KEY by_n (n) COMMENT 'quick'",
                fine + "DROP KEY by_n, ADD KEY by_n (n) COMMENT 'slow'",
                "index menagerie.fine.by_n: comment is slow on the source and quick on the target"));
        all.add(new Planted(
                fine + "DROP KEY by_code, ADD UNIQUE KEY by_code (code(9), n)",
                fine + "DROP KEY by_code, ADD UNIQUE KEY by_code (code(10), n)",
                "index menagerie.fine.by_code: columns is code(10), n on the source and code(9), n on the target"));
        all.add(new Planted(
                fine + "DROP KEY by_code, ADD KEY by_code (code(10), n)",
                fine + "DROP KEY by_code, ADD UNIQUE KEY by_code (code(10), n)",
                "index menagerie.fine.by_code: unique is yes"));
        all.add(new Planted(
                fine + "ALTER INDEX by_n INVISIBLE",
                fine + "ALTER INDEX by_n VISIBLE",
                "index menagerie.fine.by_n: visible is YES"));
        all.add(column("n BIGINT(12)", "n BIGINT(12) UNSIGNED", "n: type is bigint"));
        all.add(column("n INT UNSIGNED", "n BIGINT(12) UNSIGNED", "n: type is bigint"));
        all.add(column("z INT(7) ZEROFILL", "z INT(6) ZEROFILL", "z: type is int(6) unsigned zerofill"));
        all.add(column("y YEAR NOT NULL", "y YEAR", "y: nullable is YES"));
        all.add(column("y YEAR COMMENT 'c'", "y YEAR", "y: comment is none on the source and c on the target"));
        all.add(column(
                "code VARCHAR(20) CHARACTER SET latin1 NOT NULL DEFAULT 'y'",
                "code VARCHAR(20) CHARACTER SET latin1 NOT NULL DEFAULT 'x'",
                "code: default is 'x' on the source and 'y' on the target"));
        all.add(column(
                "code VARCHAR(20) CHARACTER SET latin1 NOT NULL",
                "code VARCHAR(20) CHARACTER SET latin1 NOT NULL DEFAULT 'x'",
                "code: default is 'x' on the source and none on the target"));
        all.add(column(
                "code VARCHAR(20) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'x'",
                "code VARCHAR(20) CHARACTER SET latin1 NOT NULL DEFAULT 'x'",
                "code: collation is latin1_swedish_ci on the source and latin1_bin on the target"));
        all.add(column(
                "old CHAR(3) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
                "old CHAR(3) CHARACTER SET utf8 COLLATE utf8_bin",
                "old: character set is utf8"));
        all.add(column(
                "bin VARBINARY(8) NOT NULL DEFAULT 'ac'",
                "bin VARBINARY(8) NOT NULL DEFAULT 'ab'",
                "bin: default is '"));
        all.add(column(
                "at DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3)",
                "at DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)",
                "at: extra is ON UPDATE CURRENT_TIMESTAMP(3) on the source and none on the target"));
        all.add(column(
                "at DATETIME(3) ON UPDATE CURRENT_TIMESTAMP(3)",
                "at DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)",
                "at: default is "));
        all.add(column("y YEAR FIRST", "y YEAR AFTER z", "y: position is 8 on the source and 1 on the target"));
        all.add(column(
                "sum BIGINT GENERATED ALWAYS AS (z + coalesce(n, 4)) STORED COMMENT 'computed'",
                "sum BIGINT GENERATED ALWAYS AS (z + coalesce(n, 3)) STORED COMMENT 'computed'",
                "sum: expression is "));
        all.add(column(
                "t VARCHAR(40) GENERATED ALWAYS AS (concat(code, ' ', 'It''s é €')) VIRTUAL",
                "t VARCHAR(40) GENERATED ALWAYS AS (concat(code, ' ', 'it''s é €')) VIRTUAL",
                "t: expression is "));
        all.add(new Planted(
                fine + "ADD COLUMN extra INT",
                fine + "DROP COLUMN extra",
                "column menagerie.fine.extra is on the target only"));
        all.add(new Planted(
                fine + "COMMENT='finer'",
                fine + "COMMENT='fine'",
                "table menagerie.fine: comment is fine on the source"));
        all.add(new Planted(
                fine + "COLLATE utf8mb4_bin",
                fine + "COLLATE utf8mb4_unicode_ci",
                "table menagerie.fine: collation is utf8mb4_unicode_ci"));
        all.add(new Planted(
                fine + "ROW_FORMAT=COMPACT",
                fine + "ROW_FORMAT=DYNAMIC",
                "table menagerie.fine: options is ROW_FORMAT=DYNAMIC"));
        all.add(new Planted(
                fine + "DROP FOREIGN KEY fine_other",
                fine
                        + "ADD CONSTRAINT fine_other FOREIGN KEY (other) REFERENCES menagerie.abroad (id) ON DELETE CASCADE",
                "foreign key menagerie.fine.fine_other is missing on the target"));
        all.add(new Planted(
                "ALTER TABLE menagerie.egg DROP FOREIGN KEY egg_laid_by, ADD CONSTRAINT egg_laid_by2 FOREIGN KEY (laid_by)"
                        + " REFERENCES menagerie.hen (id) ON DELETE SET NULL",
                "ALTER TABLE menagerie.egg DROP FOREIGN KEY egg_laid_by2, ADD CONSTRAINT egg_laid_by FOREIGN KEY (laid_by)"
                        + " REFERENCES menagerie.hen (id) ON DELETE SET NULL ON UPDATE CASCADE",
                "foreign key menagerie.egg.egg_laid_by is missing on the target"));
        all.add(new Planted(
                "ALTER TABLE menagerie.parts REORGANIZE PARTITION in_2020 INTO (PARTITION in_2021 VALUES LESS THAN (2021))",
                "ALTER TABLE menagerie.parts REORGANIZE PARTITION in_2021 INTO (PARTITION in_2020 VALUES LESS THAN (2021))",
                "partition menagerie.parts.in_2020 is missing on the target"));
        all.add(new Planted(
                "CREATE TABLE menagerie.stranger (id INT PRIMARY KEY)",
                "DROP TABLE menagerie.stranger",
                "table menagerie.stranger is on the target only"));
        all.add(new Planted(
                "RENAME TABLE menagerie.empty_one TO menagerie.empty_1",
                "RENAME TABLE menagerie.empty_1 TO menagerie.empty_one",
                "table menagerie.empty_one is missing on the target"));
        all.add(new Planted(
                "ALTER DATABASE `old town` COLLATE latin1_bin",
                "ALTER DATABASE `old town` COLLATE latin1_swedish_ci",
                "database old town: collation is latin1_swedish_ci on the source and latin1_bin on the target"));
        all.add(view("SELECT id, parent + 1 AS parent, doubled(id) AS twice FROM menagerie.tree"));
        all.add(new Planted(
                "ALTER SQL SECURITY INVOKER VIEW menagerie.z_base AS SELECT id, parent, doubled(id) AS twice FROM menagerie.tree",
                "ALTER SQL SECURITY DEFINER VIEW menagerie.z_base AS SELECT id, parent, doubled(id) AS twice FROM menagerie.tree",
                "view menagerie.z_base: statement is "));
        all.add(new Planted(
                "ALTER FUNCTION menagerie.doubled SQL SECURITY DEFINER",
                "ALTER FUNCTION menagerie.doubled SQL SECURITY INVOKER",
                "function menagerie.doubled: statement is "));
        all.add(new Planted(
                "ALTER PROCEDURE menagerie.note COMMENT 'writes'",
                "ALTER PROCEDURE menagerie.note COMMENT 'writes; with a '';'' in its comment'",
                "procedure menagerie.note: statement is "));
        all.add(new Planted(
                "ALTER EVENT menagerie.yearly ON SCHEDULE EVERY 2 YEAR STARTS '2038-01-01 00:00:00'",
                "ALTER EVENT menagerie.yearly ON SCHEDULE EVERY 1 YEAR STARTS '2038-01-01 00:00:00'",
                "event menagerie.yearly: statement is "));
        all.add(new Planted(
                "DROP EVENT menagerie.haunted_event",
                "SET sql_mode = ''",
                "event menagerie.haunted_event is missing on the target"));
        all.add(new Planted(
                "DROP TRIGGER menagerie.tree_grows_twice",
                "SET sql_mode = ''",
                "trigger menagerie.tree_grows_twice is missing on the target"));
        all.add(new Planted(
                "DROP TRIGGER menagerie.haunted_trigger",
                "SET sql_mode = ''",
                "trigger menagerie.haunted_trigger is missing on the target"));
        return all;
    }

    private static Planted column(String changed, String original, String words) {
        return new Planted(
                "ALTER TABLE menagerie.fine MODIFY COLUMN " + changed,
                "ALTER TABLE menagerie.fine MODIFY COLUMN " + original,
                "column menagerie.fine." + words);
    }

    private static Planted view(String select) {
        return new Planted(
                "ALTER VIEW menagerie.z_base AS " + select,
                "ALTER VIEW menagerie.z_base AS SELECT id, parent, doubled(id) AS twice FROM menagerie.tree",
                "view menagerie.z_base: statement is ");
    }

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void findsNothingWhereAllIsTheSameAndEachDifferenceByItsName(LabVersion version) {
        try (LabServer source = fill(Lab.start(version));
                LabServer target = fill(withCollationOf(version, Lab.start(LabVersion.MYSQL_8_0)))) {
            Fidelity fidelity = Fidelity.live(source.root(), target.root());
            Fact.Assessed assessed = new Fact.Assessed(
                    number(source), number(target), "", Dataset.DATABASES, List.of(), List.of(), Forecast.NONE);
            assertThat(words(fidelity.differences(assessed))).isEmpty();

            String collation = version == LabVersion.MYSQL_5_7 ? "utf8mb4_general_ci" : "utf8mb4_0900_ai_ci";
            SoftAssertions softly = new SoftAssertions();
            int left = 0;
            for (Planted planted : differences()) {
                target.execute(
                        "USE menagerie",
                        "SET foreign_key_checks = 0, time_zone = '+00:00', sql_mode = '', collation_connection = "
                                + collation,
                        planted.statement());
                List<String> found = words(fidelity.differences(assessed));
                softly.assertThat(found).as(planted.statement()).anyMatch(words -> words.startsWith(planted.words()));
                target.execute(
                        "USE menagerie",
                        "SET foreign_key_checks = 0, time_zone = '+00:00', sql_mode = '', collation_connection = "
                                + collation,
                        planted.undo());
                int after = fidelity.differences(assessed).size();
                softly.assertThat(after == left || planted.undo().startsWith("SET "))
                        .as("undone: " + planted.undo() + ", but " + words(fidelity.differences(assessed)))
                        .isTrue();
                left = after;
            }
            softly.assertAll();
        }
    }

    /** As a load sets it for what its source leaves unsaid. */
    private static LabServer withCollationOf(LabVersion version, LabServer target) {
        if (version == LabVersion.MYSQL_5_7) {
            target.execute("SET GLOBAL default_collation_for_utf8mb4 = utf8mb4_general_ci");
        }
        return target;
    }

    private static LabServer fill(LabServer server) {
        Dataset.install(server);
        server.execute(MORE);
        return server;
    }

    private static String number(LabServer server) {
        return server.root().with(ServerInventory::read).version().toString();
    }

    private static List<String> words(List<DefinitionDifference> differences) {
        return differences.stream().map(DefinitionDifference::words).toList();
    }
}
