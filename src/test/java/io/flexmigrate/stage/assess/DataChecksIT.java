package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Ha;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.SqlScript;
import io.flexmigrate.model.Finding;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the checks of the data say of real servers. */
class DataChecksIT {

    private static final Path SCRIPTS = Path.of("src", "test", "resources", "lab");

    private static final String GROUPS = """
            scope: { databases: [shop, crm] }
            cutover:
              way_back: none
              groups:
                - { name: front, databases: [shop] }
                - { name: back, databases: [crm] }
            """;

    @ParameterizedTest
    @EnumSource
    void findsWhatATargetWouldRefuseAndWhatGroupsTear(LabVersion version) throws IOException {
        try (LabServer source = Lab.start(version);
                LabServer target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE)) {
            run(source, "data-nasty.sql");
            // because the mode of a session is the one that the target's sessions do not have
            source.execute("SET GLOBAL sql_mode = ''");

            List<String> found = found(Inventories.planWith(GROUPS), source, target);

            assertThat(found)
                    .contains(
                            "WARNING FM1043 shop.no_key",
                            "WARNING FM1043 shop.no_key_at_all",
                            "BLOCKER FM1201 foreign key shop.orders.to `attic`",
                            "BLOCKER FM1202 view shop.of_attic",
                            "WARNING FM1203 trigger shop.copies",
                            "WARNING FM1206 foreign key attic.receipts.to_shop",
                            "WARNING FM1206 view attic.of_shop",
                            "BLOCKER FM1204 foreign key shop.orders.to_crm",
                            "BLOCKER FM1205 view shop.both_sides",
                            "BLOCKER FM1205 procedure shop.talks",
                            "BLOCKER FM1205 event crm.tidies",
                            "WARNING FM1207 definer ghost@nowhere",
                            "BLOCKER FM1209 view shop.broken",
                            "BLOCKER FM1225 shop.far-off",
                            "WARNING FM1230 database shop",
                            "WARNING FM1232 shop.zeros")
                    .noneMatch(finding -> finding.contains("procedure shop.talks") && finding.contains("FM1203"));
        }
    }

    @Test
    void findsWhat80Lost() throws IOException {
        try (LabServer source = Lab.start(LabVersion.MYSQL_5_7);
                LabServer target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE)) {
            run(source, "data-nasty.sql");
            run(source, "data-nasty-57.sql");

            assertThat(found(
                            Inventories.planWith("scope: { databases: [shop] }\ncutover: { way_back: none }"),
                            source,
                            target))
                    .contains(
                            "INFO FM1210 SQL mode NO_AUTO_CREATE_USER",
                            "WARNING FM1210 SQL mode ORACLE",
                            "BLOCKER FM1215 procedure shop.ranks",
                            "WARNING FM1216 reserved word RANK",
                            "BLOCKER FM1220 view shop.sorted",
                            "BLOCKER FM1220 view shop.secret",
                            "BLOCKER FM1220 view shop.encoded",
                            "BLOCKER FM1220 procedure shop.isolates",
                            "BLOCKER FM1220 procedure shop.caches",
                            "WARNING FM1221 procedure shop.paints",
                            "BLOCKER FM1222 shop.painted.x",
                            "BLOCKER FM1223 shop.long_choice.e",
                            "BLOCKER FM1225 shop.partly_away",
                            "WARNING FM1231 shop.orders")
                    .noneMatch(finding -> finding.contains("keeps_quiet"))
                    .noneMatch(finding -> finding.contains("function shop.area"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasNothingAgainstAnOrdinaryDatabase(LabVersion version) throws IOException {
        try (LabServer source = Lab.start(version);
                LabServer target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE)) {
            run(source, "data-clean.sql");

            assertThat(found(Inventories.plan(), source, target)).isEqualTo(expectedOfClean(version));
        }
    }

    @Test
    void theTargetRefusesWhatTheChecksSayItRefuses() {
        try (LabServer target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE);
                Session admin = FlexibleServerEmulation.admin(target).open()) {
            accept(admin, "CREATE DATABASE d");
            accept(admin, "USE d");
            accept(admin, "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO'");
            accept(admin, "CREATE TABLE zeros (id INT PRIMARY KEY, d DATE NOT NULL DEFAULT '0000-00-00')");
            accept(admin, "SET SESSION foreign_key_checks = 0");
            accept(
                    admin,
                    "CREATE TABLE child (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES gone.parent (id))");
            accept(admin, "SET SESSION foreign_key_checks = 1, sql_mode = DEFAULT");
            accept(admin, "CREATE PROCEDURE late() SELECT ENCODE('a', 'b')");

            refuse(admin, 1452, "INSERT INTO child VALUES (1, 1)");
            refuse(admin, 1292, "INSERT INTO zeros VALUES (1, '0000-00-00')");
            refuse(admin, 1067, "ALTER TABLE zeros MODIFY id BIGINT");
            refuse(admin, 1231, "SET SESSION sql_mode = 'NO_AUTO_CREATE_USER'");
            refuse(admin, 1146, "CREATE VIEW v AS SELECT 1 FROM d.gone");
            refuse(admin, 1049, "CREATE VIEW v AS SELECT 1 FROM gone.gone");
            refuse(admin, 1305, "CREATE VIEW v AS SELECT ENCODE('a', 'b')");
            refuse(admin, 1305, "CALL late()");
            refuse(admin, 1064, "CREATE PROCEDURE p(rank INT) SELECT 1");
            refuse(admin, 1064, "CREATE PROCEDURE p() SELECT id FROM zeros GROUP BY id DESC");
            refuse(admin, 1193, "CREATE PROCEDURE p() SELECT @@tx_isolation");
            refuse(admin, 1273, "CREATE TABLE t (id INT) COLLATE utf8mb4_uca1400_ai_ci");
            refuse(admin, 3763, "CREATE TABLE t (id INT, x TEXT AS (ENCODE('a', 'b')))");
            refuse(admin, 3505, "CREATE TABLE t (e ENUM('" + "x".repeat(256) + "'))");
            refuse(admin, 3510, "CREATE TABLE t (id INT) TABLESPACE far_away");
            refuse(admin, 1045, "CREATE TABLE t (id INT) DATA DIRECTORY = '/tmp'");
            refuse(admin, 3185, "CREATE TABLE t (id INT) ENCRYPTION = 'Y'");
            refuse(admin, 1031, "CREATE TABLE t (id INT) ROW_FORMAT = FIXED");
            refuse(admin, 1818, "CREATE TABLE t (y YEAR(2))");
        }
    }

    private static void accept(Session session, String statement) {
        session.execute(Sql.of("trying a statement", statement));
    }

    private static void refuse(Session session, int error, String statement) {
        assertThatThrownBy(() -> accept(session, statement)).as(statement).hasMessageContaining(String.valueOf(error));
    }

    /** The lab's 5.7 has a mode by default that 8.0 does not know; the same versions have nothing to say. */
    private static List<String> expectedOfClean(LabVersion version) {
        return version == LabVersion.MYSQL_5_7 ? List.of("INFO FM1210 SQL mode NO_AUTO_CREATE_USER") : List.of();
    }

    private static List<String> found(Plan plan, LabServer source, LabServer target) {
        try (Session from = source.root().open();
                Session to = FlexibleServerEmulation.admin(target).open()) {
            SourceInventory left = new SourceReader(plan, from).read();
            TargetInventory gone = new TargetReader(plan, to).read();
            Assessment seen =
                    new Assessment(Optional.of(left), Optional.of(gone), Inventories.tools(Long.MAX_VALUE), List.of());
            return Checks.findings(plan, seen).stream()
                    .filter(finding ->
                            finding.code().startsWith("FM12") || finding.code().equals("FM1043"))
                    .map(DataChecksIT::shown)
                    .toList();
        }
    }

    private static String shown(Finding finding) {
        return finding.severity() + " " + finding.code() + " " + finding.subject();
    }

    private static void run(LabServer server, String script) throws IOException {
        String text = Files.readString(SCRIPTS.resolve(script)).replace("LONG_VALUE", "x".repeat(255) + "y");
        server.execute(SqlScript.parse(text).statements());
    }
}
