package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.lab.TrafficReport;
import io.flexmigrate.lab.TrafficSettings;
import io.flexmigrate.lab.TrafficTables;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelectiveCutOverIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TrafficTables CRM = new TrafficTables("crm");
    private static final String GROUPS = """
            approval: manual
            budget: 30s
            dead_man_after: 30s
            groups:
              - { name: money, databases: [bank], accounts: ['teller@%'], flip: [{ run: ['true'] }] }
              - { name: people, databases: [crm], accounts: ['clerk@%'], flip: [{ run: ['true'] }] }""";

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void movesOneGroupAfterTheOtherWhileTheOtherWritesOn(LabVersion version, @TempDir Path directory)
            throws IOException, InterruptedException {
        assumeThat(Lab.isOfNewerServers() && version == LabVersion.MYSQL_5_7).isFalse();
        try (Scenario scenario = Scenario.begin(version, directory, "--event-scheduler=ON")) {
            fill(scenario);
            Path plan = plan(scenario);
            scenario.runs(0, "run", plan);
            try (Traffic people = traffic(scenario.source, "clerk", "crm")) {
                try (Traffic money = traffic(scenario.source, "teller", "bank")) {
                    tries(scenario, plan);
                    assertThat(money.report().failedStatements()).isZero();
                    movesMoney(scenario, plan, people);
                    assertMoved(scenario, money.stop());
                }
                assertThatThrownBy(() -> write(scenario.source, "teller", "bank"))
                        .isInstanceOf(MySqlException.class)
                        .hasMessageContaining("locked");
                write(scenario.target, "teller", "bank");
                assertThat(scenario.runs(0, "status", plan))
                        .containsPattern("money +moved, DONE since")
                        .containsPattern("people +has not moved")
                        .contains("migrate cutover --group GROUP", "left: people");
                assertThat(people.report().failedStatements()).isZero();
                assertThat(people.report().longestGap()).isLessThan(Duration.ofSeconds(1));

                scenario.runs(0, "cutover", plan);

                assertMoved(scenario, people.stop());
            }
            write(scenario.target, "clerk", "crm");
            assertThat(guards(scenario.source)).isZero();
            String evidence = scenario.workDirectory().resolve("evidence.json").toString();
            assertThat(scenario.runs(0, "verify", plan, "--evidence", evidence))
                    .contains("holds: the source is closed to writes", "of group money after", "of group people after");
            scenario.source.execute("ALTER USER clerk@'%' ACCOUNT UNLOCK");
            try (Program check = scenario.migrate("verify", plan, "--evidence", evidence)) {
                assertThat(check.endsWith(5)).contains("the source is closed to writes (open again: group people)");
            }
        }
    }

    /** What a person may try before, as often as wanted, with nothing moved and nobody turned away. */
    private static void tries(Scenario scenario, Path plan) throws InterruptedException {
        assertThat(scenario.runs(0, "cutover", plan, "--rehearse"))
                .contains("REHEARSED")
                .doesNotContain("FENCED");
        assertThat(scenario.runs(0, "cutover", plan, "--rehearse", "--with-fence", "--group", "money"))
                .contains("VERIFIED", "a drill: nothing was to move")
                .doesNotContain("OPENING");
        assertThat(scenario.runs(0, "status", plan)).containsPattern("money +has not moved");
    }

    /** The people write on while the money is closed. */
    private static void movesMoney(Scenario scenario, Path plan, Traffic people)
            throws IOException, InterruptedException {
        try (Program migrate = scenario.migrateHeldAt("after CUT_OVER reached FENCED money#1", "cutover", plan)) {
            migrate.awaitHold();
            int before = people.report().acknowledged().size();
            await().atMost(PATIENCE).until(() -> people.report().acknowledged().size() > before + 10);
            migrate.letGo();
            migrate.endsWith(0);
        }
    }

    /** Killed in OPENING where no event scheduler stands in for us. */
    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void opensAGroupAgainThatAnEarlierRunLeftHalfClosed(LabVersion version, @TempDir Path directory)
            throws IOException, InterruptedException {
        assumeThat(Lab.isOfNewerServers() && version == LabVersion.MYSQL_5_7).isFalse();
        try (Scenario scenario = Scenario.begin(version, directory, "--event-scheduler=OFF")) {
            fill(scenario);
            Path plan = plan(scenario);
            scenario.runs(0, "run", plan);
            DeadRun.inOpening(
                    scenario,
                    Map.of("group", "money", "fence", "ACCOUNTS", "account.1", "teller@%"),
                    Replication.endOf(scenario.source));
            scenario.source.execute("ALTER USER teller@'%' ACCOUNT LOCK");

            scenario.runs(0, "resume", plan);

            write(scenario.source, "teller", "bank");
            scenario.runs(0, "cutover", plan);
            assertThatThrownBy(() -> write(scenario.source, "teller", "bank"))
                    .isInstanceOf(MySqlException.class)
                    .hasMessageContaining("locked");
            write(scenario.source, "clerk", "crm");
        }
    }

    private static Path plan(Scenario scenario) throws IOException {
        Path plan = scenario.plan(GROUPS);
        if (!Lab.isOfNewerServers()) {
            return plan;
        }
        Files.copy(scenario.source.caCertificate(), scenario.directory.resolve("ca.pem"));
        return new PlanEdit(plan).replacing("user: repl,", "user: repl, ca: ca.pem,");
    }

    /** All that was acknowledged is on the target, and nothing is on the source that is not there. */
    private static void assertMoved(Scenario scenario, TrafficReport report) {
        assertThat(report.acknowledged()).hasSizeGreaterThan(50);
        assertThat(report.missingOn(scenario.target.root())).isEmpty();
        assertThat(report.strangersOn(scenario.target.root())).isEmpty();
        assertThat(report.strangersOn(scenario.source.root())).isEmpty();
    }

    private static void fill(Scenario scenario) {
        Scenario.BANK.create(scenario.source.root());
        CRM.create(scenario.source.root());
        for (LabServer server : new LabServer[] {scenario.source, scenario.target}) {
            server.execute(
                    "CREATE USER teller@'%' IDENTIFIED BY 'lab-app'",
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON bank.* TO teller@'%'",
                    "CREATE USER clerk@'%' IDENTIFIED BY 'lab-app'",
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON crm.* TO clerk@'%'");
        }
        scenario.source.execute("DROP USER app@'%'", "GRANT LOCK TABLES, CREATE USER, ALTER ON *.* TO migrate@'%'");
    }

    private static Traffic traffic(LabServer server, String user, String database) {
        return Traffic.start(
                new TrafficSettings(server.settings("source", user, new Secret("lab-app")), database, 4, 30));
    }

    private static void write(LabServer server, String user, String database) {
        MySqlServer.connecting(server.settings("lab", user, new Secret("lab-app")))
                .execute(Sql.of("writing", "UPDATE " + database + ".account SET version = version + 1 WHERE id = 1"));
    }

    private static long guards(LabServer server) {
        return server.root()
                .query(Sql.of(
                        "looking for guards",
                        "SELECT COUNT(*) AS n FROM information_schema.EVENTS WHERE EVENT_SCHEMA = 'mysql'"))
                .get(0)
                .number("n");
    }
}
