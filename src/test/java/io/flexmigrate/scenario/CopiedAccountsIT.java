package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copied accounts beside those that the target had, in runs that are killed, and in runs that are given up. */
class CopiedAccountsIT {

    private static final String COPY = "accounts: { copy: true }";

    @Test
    void neverTouchesWhatTheTargetHadAndLeavesOutWhatItRefuses(@TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = begin(directory)) {
            scenario.target.execute(
                    "CREATE USER twin@'%' IDENTIFIED WITH mysql_native_password BY 'of-the-target'",
                    "GRANT DROP ON bank.* TO twin@'%'");
            scenario.source.execute(
                    "CREATE USER twin@'%' IDENTIFIED WITH mysql_native_password BY 'of-the-source'",
                    "GRANT SELECT ON bank.* TO twin@'%'",
                    "CREATE USER stale@'%' IDENTIFIED WITH mysql_native_password BY 'stale-1'",
                    "CREATE TABLE bank.gone (id INT PRIMARY KEY)",
                    "GRANT SELECT ON bank.gone TO stale@'%'",
                    "GRANT SELECT ON bank.* TO stale@'%'",
                    "DROP TABLE bank.gone");
            String before = both(scenario.target);
            Path plan = scenario.plan("approval: manual", COPY);
            assertThat(run(scenario, "plan", plan, 0)).contains("FM1440", "twin@%", "CREATE USER 'stale'@'%'", "'***'");
            assertThat(users(scenario.target)).doesNotContain("stale");
            run(scenario, "run", plan, 0);

            assertThat(both(scenario.target)).isEqualTo(before);
            assertThat(grants(scenario.target, "twin")).containsExactly("DROP");
            assertThat(grants(scenario.target, "stale")).containsExactly("SELECT");
            assertThat(scenario.journalHas("stale@%: granting SELECT on `bank`.`gone`"))
                    .isTrue();
            assertThat(run(scenario, "accounts", plan, 0))
                    .containsPattern("twin@% +open +open +stays as it is on the target")
                    .containsPattern("app@% +open +locked +is as it should be");
            scenario.source.execute("GRANT INSERT ON bank.* TO app@'%'");
            assertThat(run(scenario, "accounts", plan, 0, "--diff"))
                    .containsPattern("app@% +open +locked +brought up to date")
                    .contains("GRANT INSERT ON `bank`.* TO 'app'@'%';")
                    .contains("stays as it is on the target")
                    .doesNotContain("reader");

            assertThat(run(scenario, "abort", plan, 1, "--drop-data"))
                    .contains("This drops on the target: bank, 3 copied accounts.");
            run(scenario, "abort", plan, 0, "--drop-data", "--yes");
            assertThat(users(scenario.target)).contains("twin", "flexadmin").doesNotContain("app", "stale", "reader");
            assertThat(both(scenario.target)).isEqualTo(before);
        }
    }

    @Test
    void grantsAndNothingElseWhereAnExistingAccountIsToBeMerged(@TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = begin(directory)) {
            scenario.target.execute(
                    "CREATE USER twin@'%' IDENTIFIED WITH mysql_native_password BY 'of-the-target'",
                    "GRANT DROP ON bank.* TO twin@'%'");
            scenario.source.execute(
                    "CREATE USER twin@'%' IDENTIFIED WITH mysql_native_password BY 'of-the-source'",
                    "GRANT SELECT ON bank.* TO twin@'%'");
            String before = both(scenario.target);
            run(
                    scenario,
                    "run",
                    scenario.plan("approval: manual", "accounts: { copy: true, existing: merge, exclude: [reader] }"),
                    0);

            assertThat(both(scenario.target)).isEqualTo(before);
            assertThat(grants(scenario.target, "twin")).containsExactly("DROP", "SELECT");
            assertThat(users(scenario.target)).doesNotContain("reader");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"name\":\"create-accounts\"", "\"name\":\"OPEN\"", "\"name\":\"unlock-accounts\""})
    void endsTheSameAfterAKill(String moment, @TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = begin(directory)) {
            List<String> many = new ArrayList<>();
            for (int number = 0; number < 300; number++) {
                many.add("CREATE USER many" + number + "@'%' IDENTIFIED WITH mysql_native_password BY 'many-1'");
                many.add("GRANT SELECT ON bank.* TO many" + number + "@'%'");
            }
            scenario.source.execute(many);
            List<String> before = listing(scenario.source);
            Path plan = scenario.plan("approval: automatic\nbudget: 20s", COPY);
            try (Program program = scenario.migrate("run", plan)) {
                await().atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> scenario.journalHas(moment) || !program.isAlive());
                program.kill();
            }
            assertThat(scenario.journalHas(moment)).isTrue();
            run(scenario, "resume", plan, 0);

            assertThat(listing(scenario.target)).containsExactlyElementsOf(before);
        }
    }

    @Test
    void keepsStatementsAboutAccountsOutOfALinkToAPlainTarget(@TempDir Path directory)
            throws InterruptedException, IOException {
        LabServer target = PlainTarget.start();
        target.execute(
                "GRANT CREATE USER, SELECT, INSERT, UPDATE, DELETE ON *.* TO flexadmin@'%' WITH GRANT OPTION",
                "GRANT ROLE_ADMIN ON *.* TO flexadmin@'%' WITH GRANT OPTION");
        try (Scenario scenario = Scenario.between(Lab.start(LabVersion.MYSQL_8_0), target, directory)) {
            Scenario.BANK.create(scenario.source.root());
            Path plan = PlainTarget.plan(scenario.plan("approval: manual\nbudget: 10s", COPY));
            run(scenario, "run", plan, 0);
            scenario.source.execute(
                    "CREATE USER late@'%' IDENTIFIED WITH mysql_native_password BY 'late-1'",
                    "ALTER USER app@'%' ACCOUNT UNLOCK");
            List<String> before = listing(scenario.source);
            run(scenario, "cutover", plan, 0);

            assertThat(scenario.journalHas("were unlocked on the target")).isFalse();
            assertThat(listing(scenario.target)).containsExactlyElementsOf(before);
            assertThat(users(scenario.target)).contains("late");
        }
    }

    private static Scenario begin(Path directory) {
        Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory);
        Scenario.BANK.create(scenario.source.root());
        scenario.source.execute("CREATE ROLE reader", "GRANT SELECT ON bank.* TO reader", "GRANT reader TO app@'%'");
        return scenario;
    }

    private static List<String> listing(LabServer server) {
        return GrantListing.of(server, LabVersion.MYSQL_8_0).stream()
                .filter(line -> line.contains("many")
                        || line.contains("app")
                        || line.contains("late")
                        || line.contains("reader"))
                .filter(line -> !line.contains("root"))
                .toList();
    }

    private static String both(LabServer server) {
        return text(
                        server,
                        "SELECT CONCAT_WS('|', authentication_string, account_locked, password_last_changed) AS line"
                                + " FROM mysql.user WHERE User = 'twin'")
                .get(0);
    }

    private static List<String> grants(LabServer server, String user) {
        return text(
                server,
                "SELECT PRIVILEGE_TYPE AS line FROM information_schema.SCHEMA_PRIVILEGES WHERE GRANTEE = '''" + user
                        + "''@''%''' ORDER BY 1");
    }

    private static List<String> users(LabServer server) {
        return text(server, "SELECT User AS line FROM mysql.user");
    }

    private static List<String> text(LabServer server, String question) {
        return server.root().query(Sql.of("looking at accounts", question)).stream()
                .map(row -> row.text("line"))
                .toList();
    }

    private static String run(Scenario scenario, String verb, Path plan, int exitCode, String... more)
            throws InterruptedException {
        try (Program program = scenario.migrate(verb, plan, more)) {
            return program.endsWith(exitCode);
        }
    }
}
