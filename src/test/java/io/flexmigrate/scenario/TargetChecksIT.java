package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetChecksIT {

    private static final String CODES_OF_THE_TARGET = "FM14";

    @Test
    void haveNothingAgainstTwoServersThatMatch(@TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());

            assertThat(planned(0, scenario, scenario.automaticPlan())).doesNotContain(CODES_OF_THE_TARGET);
        }
    }

    @Test
    void findEverythingThatDiffers(@TempDir Path directory) throws IOException, InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());
            useMuch(scenario.source);
            spoil(scenario.target);
            Path plan = new PlanEdit(scenario.automaticPlan())
                    .replacing("replication: { host: 127.0.0.1", "replication: { host: no-such-host.invalid");

            try (Session plain = withoutTls(scenario.source).open()) {
                scenario.source.execute("SET GLOBAL require_secure_transport = ON");

                assertThat(planned(4, scenario, plan))
                        .contains("FM1315", "FM1402", "FM1404", "FM1405", "FM1406", "FM1407", "FM1408", "FM1409")
                        .contains("FM1410", "bank.%", "FM1411", "REPLICATE_IGNORE_DB", "FM1412", "FM1413")
                        .contains("FM1420", "no-such-host.invalid");
                assertThat(plain.isAlive(Duration.ofSeconds(30))).isTrue();
            }
        }
    }

    private static MySqlServer withoutTls(LabServer server) {
        return MySqlServer.connecting(server.settings("source", "app", new Secret("lab-app"), "DISABLED"));
    }

    static void useMuch(LabServer source) {
        source.execute(
                "CREATE TABLE bank.papers (id INT NOT NULL PRIMARY KEY, scan LONGBLOB) ENGINE=InnoDB",
                "CREATE VIEW bank.hours AS SELECT CONVERT_TZ(NOW(), 'UTC', 'Europe/Berlin') AS hour",
                "CREATE EVENT bank.nightly ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-01' DO SELECT 1");
    }

    static void spoil(LabServer target) {
        target.execute(
                "SET GLOBAL sql_mode = 'STRICT_TRANS_TABLES,NO_ZERO_DATE'",
                "SET GLOBAL max_allowed_packet = 1048576",
                "SET GLOBAL time_zone = '+02:00'",
                "SET GLOBAL event_scheduler = OFF",
                "SET GLOBAL character_set_server = 'latin1'",
                "SET GLOBAL max_connections = 9",
                "CHANGE REPLICATION FILTER REPLICATE_WILD_IGNORE_TABLE = ('mysql.%', 'bank.%'),"
                        + " REPLICATE_IGNORE_DB = (elsewhere)",
                "SET GLOBAL read_only = ON");
    }

    @Test
    void findASourceThatCannotEncryptTheLink(@TempDir Path directory) throws IOException, InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_5_7, directory);
                LabServer certified = Lab.start(LabVersion.MYSQL_8_0)) {
            Scenario.BANK.create(scenario.source.root());
            Files.copy(certified.caCertificate(), directory.resolve("ca.pem"));
            Path plan = new PlanEdit(scenario.automaticPlan()).replacing("user: repl,", "user: repl, ca: ca.pem,");

            assertThat(planned(4, scenario, plan)).contains("FM1415", "TLSv1,TLSv1.1");
        }
    }

    private static String planned(int exitCode, Scenario scenario, Path plan) throws InterruptedException {
        try (Program migrate = scenario.migrate("plan", plan)) {
            return migrate.endsWith(exitCode);
        }
    }
}
