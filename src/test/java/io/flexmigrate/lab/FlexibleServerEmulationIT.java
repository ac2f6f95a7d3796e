package io.flexmigrate.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Sql;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlexibleServerEmulationIT {

    private static final int SPECIFIC_ACCESS_DENIED = 1227;

    private LabServer target;
    private MySqlServer admin;

    @BeforeAll
    void start() {
        target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE);
        admin = FlexibleServerEmulation.admin(target);
    }

    @AfterAll
    void stop() {
        target.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET GLOBAL read_only = ON",
                "CHANGE MASTER TO MASTER_HOST = '127.0.0.1'",
                "START SLAVE",
                "STOP SLAVE",
                "PURGE BINARY LOGS BEFORE '2000-01-01'",
                "SET GLOBAL super_read_only = OFF",
                "SET GLOBAL gtid_purged = ''"
            })
    void theAdministratorMayNotDoWhatOnlyASuperuserMay(String statement) {
        assertThatThrownBy(() -> admin.execute(Sql.of("trying", statement)))
                .isInstanceOfSatisfying(
                        MySqlException.class,
                        refused -> assertThat(refused.errorNumber()).isEqualTo(SPECIFIC_ACCESS_DENIED));
    }

    @Test
    void theAdministratorGainsNothingFromTheInnerProcedures() {
        Sql call = Sql.of("trying", "CALL mysql.az_emulation_run('START SLAVE', 'START REPLICA')");

        assertThatThrownBy(() -> admin.execute(call)).hasMessageContaining("1227");
    }

    @Test
    void theAdministratorHoldsExactlyTheDocumentedPrivileges() {
        List<String> grants = admin.query(Sql.of("reading grants", "SHOW GRANTS")).stream()
                .map(row -> row.text("Grants for flexadmin@%"))
                .toList();

        assertThat(grants)
                .containsExactly(
                        "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, RELOAD, PROCESS, REFERENCES, INDEX, ALTER,"
                                + " SHOW DATABASES, CREATE TEMPORARY TABLES, LOCK TABLES, EXECUTE, REPLICATION SLAVE,"
                                + " REPLICATION CLIENT, CREATE VIEW, SHOW VIEW, CREATE ROUTINE, ALTER ROUTINE,"
                                + " CREATE USER, EVENT, TRIGGER ON *.* TO `flexadmin`@`%` WITH GRANT OPTION",
                        "GRANT ROLE_ADMIN,SESSION_VARIABLES_ADMIN,XA_RECOVER_ADMIN ON *.* TO `flexadmin`@`%`"
                                + " WITH GRANT OPTION");
    }

    @Test
    void refusesConnectionsWithoutTls() {
        MySqlServer plain = MySqlServer.connecting(target.settings(
                "target", FlexibleServerEmulation.ADMIN, FlexibleServerEmulation.ADMIN_PASSWORD, "DISABLED"));

        assertThatThrownBy(plain::open).isInstanceOf(MySqlException.class);
    }

    @Test
    void canBeInstalledTwice() {
        FlexibleServerEmulation.install(target, Ha.NONE);

        assertThat(procedures(target)).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"PROCEDURES_ABSENT_2021, 0", "GTID_ONLY, 5"})
    void aServerWithHighAvailabilityHasFewerProcedures(Ha ha, int count) {
        try (LabServer server = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, ha)) {
            assertThat(procedures(server)).hasSize(count).doesNotContain("az_replication_change_master");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingInTheBinlog(LabVersion version) {
        try (LabServer server = Lab.start(version, FlexibleServerEmulation.mysqldOptions(version, Ha.NONE))) {
            String before = position(server);

            FlexibleServerEmulation.install(server, Ha.NONE);

            assertThat(position(server)).isEqualTo(before);
        }
    }

    private static List<String> procedures(LabServer server) {
        return FlexibleServerEmulation.admin(server)
                .query(Sql.of(
                        "reading procedures",
                        "SELECT ROUTINE_NAME AS name FROM information_schema.ROUTINES"
                                + " WHERE ROUTINE_SCHEMA = 'mysql' AND ROUTINE_NAME LIKE 'az\\_replication%'"))
                .stream()
                .map(row -> row.text("name"))
                .toList();
    }

    private static String position(LabServer server) {
        Row row = server.root()
                .query(Sql.of("reading the position", "SHOW MASTER STATUS"))
                .get(0);
        return row.text("File") + ":" + row.text("Position");
    }
}
