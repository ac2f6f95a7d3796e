package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandIT {

    @Test
    void findsNothingUnderWritesAndEachRowThatWasChangedOnTheTarget(@TempDir Path directory)
            throws InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_5_7, directory)) {
            Scenario.BANK.create(scenario.source.root());
            Path plan = scenario.plan("approval: manual");
            try (Traffic traffic = scenario.traffic(50)) {
                run(scenario, "run", plan, 0);
                for (int i = 0; i < 5; i++) {
                    assertThat(run(scenario, "verify", plan, 0)).contains("0 different", "all definitions equal");
                }
                assertThat(traffic.stop().failedStatements()).isZero();
            }
            assertThat(scenario.workDirectory().resolve("verify")).isDirectoryContaining("glob:**.jsonl");

            scenario.target.execute("UPDATE bank.account SET balance = balance + 1 WHERE id = 1");

            assertThat(run(scenario, "verify", plan, 5, "--tables", "bank.acc*,bank.purchase"))
                    .contains("bank.account differs:", "row (id '1') differs; balance: source ", "1 different")
                    .doesNotContain("source '");
            assertThat(run(scenario, "verify", plan, 5, "--show-values")).contains("balance: source '");
            scenario.target.execute("ALTER TABLE bank.account COMMENT = 'planted'");
            assertThat(run(scenario, "verify", plan, 5))
                    .contains("table bank.account: comment is none on the source and planted on the target")
                    .contains("1 definition(s) different");
            assertThat(run(scenario, "verify", plan, 1, "--tables", "bank.nothing"))
                    .contains("no table of the source named bank.nothing");
        }
    }

    private static String run(Scenario scenario, String verb, Path plan, int exitCode, String... more)
            throws InterruptedException {
        try (Program program = scenario.migrate(verb, plan, more)) {
            return program.endsWith(exitCode);
        }
    }
}
