package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.Background;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.MySqlServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a dry run says of the cut-over of one group whose clients are connected. */
class GroupPlanIT {

    private static final String GROUP = """
            approval: automatic
            groups:
              - { name: bank, databases: [bank], accounts: ['clerk@%'], flip: [{ run: ['true'] }] }""";

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void saysWhatClosesTheGroupAndTouchesNobody(LabVersion version, @TempDir Path directory)
            throws InterruptedException {
        try (Scenario scenario = Scenario.begin(version, directory)) {
            Scenario.BANK.create(scenario.source.root());
            String account = "CREATE USER clerk@'%' IDENTIFIED WITH mysql_native_password BY 'lab-x'";
            scenario.source.execute("CREATE DATABASE crm", account, "GRANT ALL ON bank.* TO clerk@'%'");
            scenario.target.execute(account);
            MySqlServer clerk = MySqlServer.connecting(
                    scenario.source.settings("source", "clerk", new Secret("lab-x"), "DISABLED"));
            try (Background client = Background.run(clerk, "DO SLEEP(600)");
                    Program migrate = scenario.migrate("plan", scenario.plan(GROUP))) {
                // because this plan leaves something out, which is said; what would be done is described all the same
                String said = migrate.endsWith(4);

                assertThat(said)
                        .contains(
                                "LOCK TABLES",
                                "ALTER USER IF EXISTS 'clerk'@'%' ACCOUNT LOCK",
                                "KILL ",
                                "UNLOCK TABLES",
                                "10. FINISH")
                        .doesNotContain("are there still", "Exception");
                assertThat(client.endsWithin(Duration.ofMillis(200))).isFalse();
            }
        }
    }
}
