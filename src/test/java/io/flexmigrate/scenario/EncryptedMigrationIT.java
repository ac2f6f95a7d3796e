package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.Dataset;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.lab.TrafficReport;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything encrypted and verified on all three ways, and every account refused without TLS. */
class EncryptedMigrationIT {

    @ParameterizedTest
    @ValueSource(strings = {"verify-identity", "verify-ca"})
    void movesALiveServerWithEveryConnectionVerified(String mode, @TempDir Path directory)
            throws InterruptedException, IOException {
        try (EncryptedPair pair = EncryptedPair.begin(directory)) {
            Scenario scenario = pair.servers;
            Scenario.BANK.create(scenario.source.root());
            Dataset.install(scenario.source);
            Path plan = pair.verifying(scenario.automaticPlan("probe: link"), mode);
            try (Traffic traffic = scenario.traffic(50);
                    Program migrate = scenario.migrate("run", plan)) {
                migrate.endsWith(0);
                TrafficReport report = traffic.stop();

                assertThat(report.missingOn(scenario.target.root())).isEmpty();
                assertThat(report.strangersOn(scenario.target.root())).isEmpty();
            }
        }
    }

    @Test
    void replicatesByAnAccountOfItsOwnOverTlsAndLeavesNoTraceOfItsPassword(@TempDir Path directory)
            throws InterruptedException, IOException {
        try (EncryptedPair pair = EncryptedPair.begin(directory)) {
            Scenario scenario = pair.servers;
            Scenario.BANK.create(scenario.source.root());
            scenario.source.execute("GRANT CREATE USER, REPLICATION SLAVE ON *.* TO migrate@'%' WITH GRANT OPTION");
            Path plan = pair.verifying(
                    scenario.plan("approval: automatic", "probe: link", "purpose: sync"), "verify-identity");
            new PlanEdit(plan).replacing("user: repl,", "user: of_migrate,");
            new PlanEdit(plan).replacing("password: { env: REPL_PASSWORD }", "create: true");

            try (Program migrate = scenario.migrate("run", plan)) {
                assertThat(migrate.endsWith(0)).contains("VERIFY done");
            }

            assertThat(account(scenario)).isEqualTo("of_migrate@% caching_sha2_password ANY");
            Row link = sourceOfTarget(scenario);
            assertThat(link.text("u")).isEqualTo("of_migrate");
            assertThat(link.number("encrypted")).isOne();
            String password = link.text("p");
            assertThat(password).hasSize(32);
            assertThat(Leftovers.filesWith(directory, List.of(password))).isEmpty();
        }
    }

    private static Row sourceOfTarget(Scenario scenario) {
        return scenario.target.root().query(Sql.of("reading the link", """
                        SELECT User_name AS u, User_password AS p, Enabled_ssl AS encrypted FROM mysql.slave_master_info""")).get(0);
    }

    private static String account(Scenario scenario) {
        return scenario.source
                .root()
                .query(Sql.of(
                        "reading the account",
                        "SELECT CONCAT(user, '@', host, ' ', plugin, ' ', ssl_type) AS a FROM mysql.user"
                                + " WHERE user = 'of_migrate'"))
                .get(0)
                .text("a");
    }
}
