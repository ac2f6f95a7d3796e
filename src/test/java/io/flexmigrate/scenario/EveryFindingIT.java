package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.Dataset;
import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Ha;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.SqlScript;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.stage.assess.AssessStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers with something wrong nearly everywhere, and what the program's own report says of them. */
class EveryFindingIT {

    private static final Path SCRIPTS = Path.of("src", "test", "resources", "lab");

    /** Longer than a replica waits before it tries again to log in. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** These say that something is not known, and never anything else. */
    private static final Set<String> ABOUT_THE_UNKNOWN = Set.of("FM1208", "FM1502");

    /** What these servers, tools and this machine cannot be brought to show; unit tests show all of it. */
    private static final Map<String, String> OUT_OF_REACH = outOfReach();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    private final Set<String> found = new TreeSet<>();

    @Test
    void isFoundOnRealServers() throws IOException, InterruptedException {
        CompletableFuture<LabServer> target = CompletableFuture.supplyAsync(EveryFindingIT::lowerCaseTarget);
        try (LabServer newer = Lab.start(LabVersion.MYSQL_8_0, "--binlog-do-db=shop");
                LabServer older = Lab.start(
                        LabVersion.MYSQL_5_7,
                        "--skip-log-bin",
                        "--loose-skip-log-slave-updates",
                        "--gtid-mode=ON",
                        "--enforce-gtid-consistency=ON");
                LabServer spoiled = target.join()) {
            Scenario fromNewer = Scenario.between(newer, spoiled, directory);
            Scenario fromOlder = Scenario.between(older, spoiled, directory);
            fill(newer, "data-nasty.sql", "data-every-80.sql");
            fill(older, "data-nasty.sql", "data-nasty-57.sql");
            link(spoiled, newer);
            TargetChecksIT.spoil(spoiled);
            try (Session plain = AccountChecksIT.plainClient(fromNewer)) {
                assertThat(plain).isNotNull();
                spoil(newer);
                planFromNewer(fromNewer);
            }
            planFromOlder(fromOlder);
            planWithFewPrivileges(fromNewer);
        }
        Set<String> expected = new TreeSet<>(AssessStage.catalogue().rules().keySet());
        expected.removeAll(OUT_OF_REACH.keySet());
        assertThat(found).isEqualTo(expected);
    }

    private void planFromNewer(Scenario scenario) throws IOException, InterruptedException {
        Path plan = scenario.plan(
                """
                approval: manual
                groups:
                  - { name: front, databases: [shop], accounts: ['app@%', 'mistyped@%'], flip: [{ run: ['true'] }] }
                  - { name: back, databases: [crm], flip: [{ run: ['true'] }] }""",
                "scope: { databases: [shop, crm, menagerie, bank, nowhere] }",
                "dump: { long_query_guard: 1s }",
                "verify: { mode: none }",
                "accept: { FM1999: misspelt, FM1032: theirs }");
        find(
                scenario,
                new PlanEdit(plan).replacing("replication: { host: 127.0.0.1", "replication: { host: no.invalid"),
                "--probe");
        Files.writeString(directory.resolve("wrong"), "lab-wrong-password");
        find(scenario, new PlanEdit(scenario.automaticPlan()).replacing("{ env: SOURCE_PASSWORD }", "{ file: wrong }"));
    }

    private void planFromOlder(Scenario scenario) throws IOException, InterruptedException {
        String scope = "scope: { databases: [shop] }";
        find(scenario, new PlanEdit(scenario.automaticPlan(scope)).replacing("way_back: none", "way_back: required"));
        find(scenario, scenario.automaticPlan(scope));
        Files.copy(scenario.target.caCertificate(), directory.resolve("ca.pem"));
        Files.writeString(directory.resolve("long"), "x".repeat(33));
        Path plan = scenario.automaticPlan(scope, "dump: { mydumper: " + directory.resolve("nothing") + " }");
        new PlanEdit(plan).replacing("user: repl,", "user: nobody, ca: ca.pem,");
        find(scenario, new PlanEdit(plan).replacing("{ env: REPL_PASSWORD }", "{ file: long }"));
        Files.writeString(directory.resolve("no-certificate.pem"), "lab");
        scenario.source.execute("CREATE USER taken@'%' IDENTIFIED WITH mysql_native_password BY 'lab-x'");
        scenario.target.execute(
                "CREATE USER taken@'%' IDENTIFIED BY 'lab-y'",
                "REVOKE CREATE USER ON *.* FROM " + FlexibleServerEmulation.ADMIN);
        find(scenario, scenario.plan("""
                        approval: manual
                        groups:
                          - { name: front, databases: [shop], accounts: ['nobody@localhost'] }""", scope, "accounts: { copy: true }", "definers: { 'old@%': 'nobody@%' }"));
        scenario.target.execute("GRANT SET_USER_ID ON *.* TO " + FlexibleServerEmulation.ADMIN);
        find(scenario, scenario.automaticPlan(scope, "definers: { 'old@%': 'nobody@%' }"));
        Path plain = scenario.automaticPlan(scope, "link: { mode: gtid }");
        new PlanEdit(plain).replacing("kind: flexible-server", "kind: mysql");
        new PlanEdit(plain).replacing("password: { env: REPL_PASSWORD }", "create: true, ca: no-certificate.pem");
        find(scenario, plain);
        try (Disguise disguise = Disguise.before(scenario.source.port())) {
            find(
                    scenario,
                    new PlanEdit(scenario.automaticPlan())
                            .replacing("port: " + scenario.source.port(), "port: " + disguise.port()));
        }
    }

    private void planWithFewPrivileges(Scenario scenario) throws IOException, InterruptedException {
        scenario.source.execute(
                "CREATE USER hashed@localhost IDENTIFIED WITH sha256_password BY 'lab-x'",
                "REVOKE SHOW VIEW, EVENT ON *.* FROM migrate@'%'",
                "REVOKE SELECT ON *.* FROM migrate@'%'",
                "GRANT SELECT, EXECUTE ON shop.* TO migrate@'%'",
                "GRANT SELECT ON mysql.user TO migrate@'%'");
        find(scenario, scenario.automaticPlan());
        scenario.source.execute("GRANT SELECT ON *.* TO migrate@'%'");
        Path plan = new PlanEdit(scenario.automaticPlan()).replacing("user: repl,", "user: hashed,");
        find(scenario, plan);
    }

    private void find(Scenario scenario, Path plan, String... more) throws IOException, InterruptedException {
        PlannedFinding.of(scenario, 4, plan, more).stream()
                .filter(finding -> !finding.severity().equals("UNKNOWN") || ABOUT_THE_UNKNOWN.contains(finding.code()))
                .forEach(finding -> found.add(finding.code()));
    }

    /** As Azure makes them by default, and with high availability as it was in 2021. */
    private static LabServer lowerCaseTarget() {
        List<String> options =
                new ArrayList<>(FlexibleServerEmulation.mysqldOptions(LabVersion.MYSQL_8_0, Ha.PROCEDURES_ABSENT_2021));
        options.add("--lower-case-table-names=1");
        LabServer server = Lab.start(LabVersion.MYSQL_8_0, options);
        FlexibleServerEmulation.install(server, Ha.PROCEDURES_ABSENT_2021);
        server.execute(
                "CREATE DATABASE shop",
                "CREATE TABLE shop.theirs (id INT PRIMARY KEY)",
                "REVOKE EVENT ON *.* FROM " + FlexibleServerEmulation.ADMIN,
                "SET GLOBAL log_bin_trust_function_creators = OFF");
        return server;
    }

    private static void fill(LabServer source, String... scripts) throws IOException {
        for (String script : scripts) {
            String text = Files.readString(SCRIPTS.resolve(script)).replace("LONG_VALUE", "x".repeat(255) + "y");
            source.execute(SqlScript.parse(text).statements());
        }
        if (source.version() == LabVersion.MYSQL_5_7) {
            source.execute("SET GLOBAL server_id = 0");
            return;
        }
        Scenario.BANK.create(source.root());
        Dataset.addDefaultGenerated(source);
        Dataset.addHardNames(source);
        Dataset.addAlteredValues(source);
        source.execute(AccountChecksIT.statements(source.version()));
    }

    /** Only reads the binlog, and applies nothing. */
    private static void link(LabServer replica, LabServer source) {
        replica.execute(
                "CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = " + source.port() + ", MASTER_USER = 'repl',"
                        + " MASTER_PASSWORD = '"
                        + Scenario.REPLICATION_PASSWORD.value().replace("'", "''") + "'",
                "START SLAVE IO_THREAD");
        await().atMost(PATIENCE)
                .until(() -> !source.root()
                        .with(session -> new Clients(session).binlogReaders())
                        .isEmpty());
        replica.execute("SET GLOBAL server_id = 4242");
    }

    private static void spoil(LabServer source) {
        source.execute(
                "SET GLOBAL server_id = 4242",
                "SET GLOBAL sync_binlog = 0",
                "SET GLOBAL binlog_row_image = 'MINIMAL'",
                "SET GLOBAL binlog_format = 'MIXED'",
                "SET GLOBAL binlog_expire_logs_seconds = 1",
                "SET GLOBAL sql_mode = ''",
                "SET GLOBAL require_secure_transport = ON",
                "CHANGE MASTER TO MASTER_HOST = 'no.invalid'",
                "ALTER USER repl@'%' REQUIRE SSL ACCOUNT LOCK",
                "SET GLOBAL read_only = ON",
                "USE shop",
                "DELETE FROM crm.people WHERE FALSE",
                "XA START 'left'",
                "INSERT INTO crm.people VALUES (1)",
                "XA END 'left'",
                "XA PREPARE 'left'");
        Session busy = source.root().open();
        busy.execute(Sql.of("beginning", "START TRANSACTION WITH CONSISTENT SNAPSHOT"));
        CompletableFuture<Void> sleeping =
                CompletableFuture.runAsync(() -> busy.execute(Sql.of("sleeping", "DO SLEEP(600)")));
        await().atMost(PATIENCE).until(() -> hasSlept(source));
        assertThat(sleeping).isNotDone();
    }

    /** Longer than the plan's guard, by the server's own clock. */
    private static boolean hasSlept(LabServer source) {
        Sql sql = Sql.of(
                "looking for the sleeper",
                "SELECT ID AS id FROM information_schema.PROCESSLIST WHERE INFO LIKE 'DO SLEEP%' AND TIME >= 3");
        return !source.root().query(sql).isEmpty();
    }

    private static Map<String, String> outOfReach() {
        Map<String, String> reasons = new TreeMap<>();
        Map.of(
                        "the lab has no server older than 5.7", Set.of("FM1001"),
                        "needs a server newer than the lab's", Set.of("FM1065", "FM1200", "FM1224", "FM1303", "FM1401"),
                        "needs another release of the tools", Set.of("FM1061", "FM1062", "FM1072", "FM1104", "FM1107"),
                        "needs a disk of its own, as BadInputIT mounts", Set.of("FM1070"),
                        "needs a managed source", Set.of("FM1100"),
                        "the target knows every collation of the sources", Set.of("FM1211"),
                        "needs a server with pages of another size", Set.of("FM1414"),
                        "needs addresses beyond this machine", Set.of("FM1314", "FM1421", "FM1422", "FM1423"),
                        "comes from probes, which want a pair that does not block; see ProbeIT",
                                Set.of("FM1501", "FM1503", "FM1510", "FM1511", "FM1512", "FM1513"))
                .forEach((reason, codes) -> codes.forEach(code -> reasons.put(code, reason)));
        return reasons;
    }
}
