package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts of every kind on a real source, and what the planning report says of them. */
class AccountChecksIT {

    private static final String GROUP = """
            approval: manual
            groups:
              - { name: bank, databases: [bank], accounts: [%s], flip: [{ run: ['true'] }] }""";
    private static final String NATIVE = " IDENTIFIED WITH mysql_native_password BY 'lab-x'";

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void areNotMentionedWhenAllIsWell(LabVersion version, @TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = Scenario.begin(version, directory)) {
            Scenario.BANK.create(scenario.source.root());
            scenario.target.execute("CREATE USER app@'%'" + NATIVE);

            assertThat(plans(scenario, "'app@%'", 0)).doesNotContain("FM13").doesNotContain("UNKNOWN");
        }
    }

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void areNamedWithWhatStandsInTheirWay(LabVersion version, @TempDir Path directory)
            throws InterruptedException, IOException {
        try (Scenario scenario = Scenario.begin(version, directory)) {
            Scenario.BANK.create(scenario.source.root());
            scenario.source.execute(statements(version));
            try (Session client = plainClient(scenario)) {
                assertThat(client).isNotNull();

                List<String> said = findings(scenario, "'app@%', 'mistyped@%'");

                assertThat(said)
                        .contains(
                                "WARNING FM1300 source account admin@%",
                                "WARNING FM1301 source account cron@localhost",
                                "WARNING FM1302 source account socket@%",
                                "INFO FM1304 source account mighty@%",
                                "INFO FM1305 source accounts",
                                "Not open on the source: expired@% (expired), locked@% (locked).",
                                "WARNING FM1306 source accounts",
                                "Without a password: open@%.",
                                "INFO FM1307 source account proxy@%",
                                "WARNING FM1308 source account certified@%",
                                "WARNING FM1309 source account ''@%",
                                "WARNING FM1310 source account cron@localhost",
                                "WARNING FM1311 source account mistyped@%",
                                "WARNING FM1315 clients without TLS")
                        .contains(
                                "No group names it. It may write to bank by grant on the pattern ban_. It is connected now"
                                        + " from 127.0.0.1 (1 session).",
                                "REVOKE UPDATE ON `ban_`.* FROM 'pattern'@'%';",
                                "No group names it. It may write to bank by table grant on bank.account. It is not connected now.",
                                "REVOKE UPDATE (`balance`) ON `bank`.`account` FROM 'column'@'%';")
                        .noneMatch(line -> line.contains("FM1310 source account escaped@%"))
                        .noneMatch(line -> line.matches("\\S+ FM13.*(root|mysql[.]\\w+|migrate|repl|app)@.*"))
                        .noneMatch(line -> line.contains("UNKNOWN"));
                assertThat(said)
                        .filteredOn(line -> line.startsWith("On the target it loses"))
                        .containsExactly(
                                version.number().isAtLeast(8, 0, 0)
                                        ? "On the target it loses BACKUP_ADMIN, FILE, SUPER on *.*."
                                        : "On the target it loses FILE, SUPER on *.*.");
                assertThat(said.contains("REVOKE 'writers'@'%' FROM 'worker'@'%';"))
                        .isEqualTo(version.number().isAtLeast(8, 0, 0));
            }
        }
    }

    static List<String> statements(LabVersion version) {
        List<String> statements = new ArrayList<>();
        List.of(
                        "admin@'%'",
                        "cron@localhost",
                        "socket@'%'",
                        "mighty@'%'",
                        "locked@'%'",
                        "expired@'%'",
                        "proxy@'%'",
                        "certified@'%'",
                        "''@'%'",
                        "pattern@'%'",
                        "`column`@'%'",
                        "`escaped`@'%'",
                        "worker@'%'")
                .forEach(name -> statements.add("CREATE USER " + name + NATIVE));
        statements.addAll(List.of(
                "CREATE USER open@'%'",
                "GRANT INSERT ON bank.* TO cron@localhost",
                // because the lab's servers have no other plugin to log in by
                "UPDATE mysql.user SET plugin = 'auth_socket' WHERE User = 'socket'",
                "GRANT SUPER, FILE ON *.* TO mighty@'%'",
                "ALTER USER locked@'%' ACCOUNT LOCK",
                "ALTER USER expired@'%' PASSWORD EXPIRE",
                "GRANT PROXY ON admin@'%' TO proxy@'%'",
                "ALTER USER certified@'%' REQUIRE X509",
                "GRANT UPDATE ON `ban_`.* TO pattern@'%'",
                "GRANT UPDATE (balance) ON bank.account TO `column`@'%'",
                "GRANT ALL ON `b\\_nk`.* TO `escaped`@'%'"));
        if (version.number().isAtLeast(8, 0, 0)) {
            statements.addAll(List.of(
                    "GRANT BACKUP_ADMIN ON *.* TO mighty@'%'",
                    "CREATE ROLE writers", "GRANT DELETE ON bank.* TO writers", "GRANT writers TO worker@'%'"));
        }
        return statements;
    }

    static Session plainClient(Scenario scenario) {
        return MySqlServer.connecting(scenario.source.settings("source", "pattern", new Secret("lab-x"), "DISABLED"))
                .open();
    }

    /** Code and subject, message and the lines of the remedy of each finding. */
    private static List<String> findings(Scenario scenario, String accounts) throws InterruptedException, IOException {
        Path report = scenario.directory.resolve("report.json");
        Path plan = scenario.plan(GROUP.formatted(accounts));
        try (Program migrate = scenario.migrate("plan", plan, "--output", report.toString())) {
            migrate.endsWith(4);
        }
        List<String> said = new ArrayList<>();
        for (JsonNode finding : new ObjectMapper().readTree(report.toFile()).get("findings")) {
            said.add(
                    finding.get("severity").asText() + " " + finding.get("code").asText() + " "
                            + finding.get("subject").asText());
            said.add(finding.get("message").asText());
            finding.get("remedy").asText().lines().forEach(said::add);
        }
        return said;
    }

    private static String plans(Scenario scenario, String accounts, int exitCode) throws InterruptedException {
        try (Program migrate = scenario.migrate("plan", scenario.plan(GROUP.formatted(accounts)))) {
            return migrate.endsWith(exitCode);
        }
    }
}
