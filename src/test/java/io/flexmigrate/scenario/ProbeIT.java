package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit and the methods before all and each test set the fields
class ProbeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SCRATCH = "migrate_probe_lab";

    @TempDir
    private static Path shared;

    private static Scenario servers;

    @TempDir
    private Path directory;

    private Scenario scenario;

    @BeforeAll
    static void boot() {
        servers = Scenario.begin(LabVersion.MYSQL_8_0, shared);
        Scenario.BANK.create(servers.source.root());
        servers.addLargeTable(250_000);
        servers.source.execute("ANALYZE TABLE bank.ledger");
        servers.target.execute(
                "CREATE DATABASE theirs",
                "CREATE TABLE theirs.ledger (id INT PRIMARY KEY)",
                "INSERT INTO theirs.ledger VALUES (7)");
    }

    @AfterAll
    static void shutDown() {
        servers.close();
    }

    @BeforeEach
    void useItsOwnDirectory() {
        scenario = servers.in(directory);
    }

    @Test
    void measuresWithASliceAndLeavesNothingBehind() throws InterruptedException {
        ServerState source = ServerState.of(scenario.source);
        List<String> tables = ServerState.of(scenario.target).tables();

        String said = describe(0, scenario.automaticPlan(), "--probe");

        assertThat(said).contains("measured: ", "bank.ledger", " dumped in ", " loaded in ", "of binlog in ");
        assertThat(ServerState.of(scenario.source)).isEqualTo(source);
        assertThat(ServerState.of(scenario.target).tables()).isEqualTo(tables);
        assertThat(databases()).doesNotContain(SCRATCH).contains("theirs");
        assertThat(scenario.journalHas("probe-scratch-database")).isTrue();
        assertThat(scenario.workDirectory().resolve("probe")).doesNotExist();
    }

    @Test
    void showsTheMeasuredForecastBesideTheFactsInTheReportOfARun() throws IOException, InterruptedException {
        try (Scenario own = Scenario.begin(LabVersion.MYSQL_5_7, directory)) {
            Scenario.BANK.create(own.source.root());
            own.addLargeTable(150_000);
            own.source.execute("ANALYZE TABLE bank.ledger");
            try (Program migrate = own.migrate("run", own.automaticPlan("probe: all"))) {
                migrate.endsWith(0);
            }
            String report = Files.readString(own.workDirectory().resolve("report.txt"));

            assertThat(report).contains("Forecast and fact").containsPattern("DUMP +\\S+ m?s to .* m?s +\\S+ m?s");
            assertThat(Files.readString(own.workDirectory().resolve("report.json")))
                    .contains("measured: ", "bank.ledger");
        }
    }

    @Test
    void refusesADatabaseOfItsScratchNameThatSomebodyElseMade() throws InterruptedException {
        scenario.target.execute(
                "CREATE DATABASE " + SCRATCH, "CREATE TABLE " + SCRATCH + ".precious (id INT PRIMARY KEY)");
        try {
            assertThat(describe(0, scenario.automaticPlan(), "--probe"))
                    .contains("FM1502", "There is a database " + SCRATCH + " already")
                    .doesNotContain(" loaded in ");
            assertThat(ServerState.of(scenario.target).tables()).anyMatch(table -> table.contains("precious"));
        } finally {
            scenario.target.execute("DROP DATABASE " + SCRATCH);
        }
    }

    @Test
    void dropsTheScratchDatabaseOfAKilledProbeWithTheNextPlan() throws InterruptedException {
        Path plan = scenario.automaticPlan();
        try (Program migrate = scenario.migrate("plan", plan, "--probe")) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> tablesOf(SCRATCH) > 1);
            migrate.kill();
        }
        assertThat(databases()).contains(SCRATCH);

        describe(0, plan);

        assertThat(databases()).doesNotContain(SCRATCH).contains("theirs");
    }

    @Test
    void provesTheTargetsWayToTheSourceAndAppliesNothing() throws InterruptedException {
        String gtids = variable("gtid_executed");
        String said = describe(0, scenario.automaticPlan("probe: link"));

        assertThat(said).doesNotContain("FM151");
        assertThat(Files.exists(scenario.workDirectory())).isTrue();
        assertThat(scenario.journalHas("\"PROVEN\"")).isTrue();
        assertNoLinkIsLeft();
        assertThat(databases()).doesNotContain("bank");
        assertThat(variable("gtid_executed")).isEqualTo(gtids);
    }

    @Test
    void blocksWhenTheSourceRefusesTheReplicationPassword() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("wrong"), "lab-wrong-password");
        Path plan = new PlanEdit(scenario.automaticPlan("probe: link"))
                .replacing("{ env: REPL_PASSWORD }", "{ file: wrong }");

        assertThat(describe(4, plan)).contains("FM1511", "error 1045", "ALTER USER 'repl'@'%'");
        assertNoLinkIsLeft();
    }

    @Test
    void blocksWhenTheTargetCannotReachTheSource() throws IOException, InterruptedException {
        int closed = closedPort();
        Path plan = new PlanEdit(scenario.automaticPlan("probe: [link]"))
                .replacing("port: " + scenario.source.port() + ", user: repl", "port: " + closed + ", user: repl");

        assertThat(describe(4, plan)).contains("FM1510", "error 2003", "source.replication.host", "--port=" + closed);
        assertNoLinkIsLeft();
    }

    @Test
    void blocksWhenTheCertificateIsNotTheSources() throws IOException, InterruptedException {
        Files.copy(scenario.target.caCertificate(), directory.resolve("other.pem"));
        Path plan = new PlanEdit(scenario.automaticPlan("probe: link"))
                .replacing("{ env: REPL_PASSWORD } }", "{ env: REPL_PASSWORD }, ca: other.pem }");

        assertThat(describe(4, plan)).contains("FM1512", "error 2026", "source.replication.ca");
        assertNoLinkIsLeft();
    }

    @Test
    void triesNothingWhileOtherFindingsBlock() throws IOException, InterruptedException {
        Path plan = new PlanEdit(scenario.automaticPlan("probe: all")).replacing("user: repl,", "user: nobody,");

        assertThat(describe(4, plan)).contains("FM1023", "Nothing is probed while other findings block");
        assertThat(scenario.journalHas("probe-")).isFalse();
    }

    @Test
    void removesTheTrialLinkOfAKilledProbeEvenWhenThePlanIsPutRightInBetween()
            throws IOException, InterruptedException {
        try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            String right = "port: " + scenario.source.port() + ", user: repl";
            String wrong = "port: " + silent.getLocalPort() + ", user: repl";
            PlanEdit edit = new PlanEdit(scenario.automaticPlan("probe: link"));
            try (Program migrate = scenario.migrate("plan", edit.replacing(right, wrong))) {
                await().atMost(PATIENCE).until(() -> link().contains("migrate-probe.000001"));
                migrate.kill();
            }
            assertThat(link()).contains("migrate-probe.000001");

            describe(0, edit.replacing(wrong, right));
        }
        assertNoLinkIsLeft();
        assertThat(scenario.journalHas("\"PROVEN\"")).isTrue();
    }

    private String describe(int exitCode, Path plan, String... more) throws InterruptedException {
        try (Program migrate = scenario.migrate("plan", plan, more)) {
            // because the report folds its sentences
            return migrate.endsWith(exitCode).replaceAll("\\s+", " ");
        }
    }

    private void assertNoLinkIsLeft() {
        assertThat(link()).isEqualTo("[]");
    }

    private String link() {
        return rows("SHOW SLAVE STATUS").toString();
    }

    private List<String> databases() {
        return rows("SHOW DATABASES").stream().map(Row::only).toList();
    }

    private long tablesOf(String database) {
        return rows("SELECT COUNT(*) AS n FROM information_schema.TABLES WHERE TABLE_SCHEMA = '" + database + "'")
                .stream()
                .mapToLong(row -> row.number("n"))
                .sum();
    }

    private String variable(String name) {
        return rows("SELECT @@GLOBAL." + name + " AS value").toString();
    }

    private List<Row> rows(String query) {
        return FlexibleServerEmulation.admin(scenario.target).query(Sql.of("looking at " + query, query));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
