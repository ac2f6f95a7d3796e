package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.mysql.Sql;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writers whom neither a snapshot nor a fence can see: prepared XA transactions, and the source's own replication. */
class OtherWritersIT {

    private static final String MANUAL = "approval: manual\nbudget: 10s";

    @Test
    void areRefusedBeforeAnythingIsChanged(@TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory);
                LabServer upstream = Lab.start(LabVersion.MYSQL_5_7)) {
            createTables(scenario);
            prepareTransaction(scenario);
            follow(scenario.source, upstream);

            String said = runs(scenario, "run", 4);

            assertThat(said)
                    .contains("FM1017")
                    .contains("is itself a replica of 127.0.0.1:" + upstream.port())
                    .contains("FM1018")
                    .contains("1 XA transaction(s) are prepared");
            assertThat(scenario.journalHas("PREPARE")).isFalse();
        }
    }

    @Test
    void abortTheCutOverWhenATransactionWasPreparedMeanwhile(@TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            createTables(scenario);
            runs(scenario, "run", 0);
            prepareTransaction(scenario);

            assertThat(runs(scenario, "cutover", 7)).contains("XA transactions are prepared on the source");

            assertThat(setting(scenario.source, "super_read_only")).isZero();
            assertThat(setting(scenario.source, "read_only")).isZero();
            scenario.source.execute("INSERT INTO bank.plain VALUES (1)", "XA ROLLBACK 'x'");
            runs(scenario, "cutover", 0);
            assertThat(count(scenario.target, "bank.plain")).isEqualTo(1);
            assertThat(setting(scenario.source, "super_read_only")).isEqualTo(1);
        }
    }

    private static void createTables(Scenario scenario) {
        Scenario.BANK.create(scenario.source.root());
        scenario.source.execute("CREATE TABLE bank.plain (id INT PRIMARY KEY) ENGINE=InnoDB");
    }

    private static void prepareTransaction(Scenario scenario) {
        scenario.source.execute("XA START 'x'", "INSERT INTO bank.plain VALUES (7)", "XA END 'x'", "XA PREPARE 'x'");
    }

    private static void follow(LabServer replica, LabServer upstream) {
        upstream.execute(
                "CREATE USER up@'%' IDENTIFIED BY 'lab-up'",
                "GRANT REPLICATION SLAVE ON *.* TO up@'%'", "RESET MASTER");
        replica.execute(
                "CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = " + upstream.port()
                        + ", MASTER_USER = 'up', MASTER_PASSWORD = 'lab-up'",
                "START SLAVE");
    }

    private static String runs(Scenario scenario, String verb, int exitCode) throws InterruptedException {
        try (Program migrate = scenario.migrate(verb, scenario.plan(MANUAL))) {
            return migrate.endsWith(exitCode);
        }
    }

    private static long setting(LabServer server, String name) {
        return number(server, "SELECT @@GLOBAL." + name + " AS n");
    }

    private static long count(LabServer server, String table) {
        return number(server, "SELECT COUNT(*) AS n FROM " + table);
    }

    private static long number(LabServer server, String query) {
        return server.root().query(Sql.of("looking", query)).get(0).number("n");
    }
}
