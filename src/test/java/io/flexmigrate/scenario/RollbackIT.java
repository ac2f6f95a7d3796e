package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.Event;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Ha;
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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RollbackIT {

    private static final TrafficTables CRM = new TrafficTables("crm");
    private static final TrafficTables SHOP = new TrafficTables("shop");
    private static final String GROUPS = """
            approval: manual
            budget: 10s
            dead_man_after: 5s
            groups:
              - { name: money, databases: [bank], accounts: ['teller@%'], flip: [{ run: ['true'] }], flip_back: [{ run: ['true'] }] }
              - { name: people, databases: [crm], accounts: ['clerk@%'] }
              - { name: goods, databases: [shop], accounts: ['seller@%'] }""";

    /** Rows that come after VERIFY: more than the clients of a test change. */
    private static final int BULK = 20_000;

    /** What a 5.7 understands, whatever the clients would rather have. */
    private static final List<String> OLD_COLLATION = List.of(
            "--skip-character-set-client-handshake",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_general_ci");

    @TempDir
    private Path directory;

    /** Hours apart in earnest; here there is traffic on every side in between. */
    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void movesThreeGroupsOfWhichOneGoesBackAndMovesAgain(LabVersion version) throws IOException, InterruptedException {
        assumeThat(Lab.isOfNewerServers() && version == LabVersion.MYSQL_5_7).isFalse();
        try (Scenario scenario = Scenario.between(
                Lab.start(version, "--event-scheduler=ON"),
                FlexibleServerEmulation.start(
                        LabVersion.MYSQL_8_0, Ha.NONE, Lab.isOfNewerServers() ? List.of() : OLD_COLLATION),
                directory)) {
            fill(scenario);
            Path plan = plan(scenario);
            String wayBack = version == LabVersion.MYSQL_5_7 ? "way_back: best-effort" : "way_back: required";
            new PlanEdit(plan).replacing("way_back: none", wayBack);
            scenario.runs(0, "run", plan);
            scenario.source.execute("INSERT INTO bank.bulk (id) SELECT id + " + BULK + " FROM bank.bulk");
            List<TrafficReport> money = new ArrayList<>();
            try (Traffic people = traffic(scenario.source, "clerk", "crm");
                    Traffic goods = traffic(scenario.source, "seller", "shop")) {
                during(scenario.source, money, () -> scenario.runs(0, "cutover", plan, "--group", "money"));
                during(scenario.target, money, () -> {
                    assertThat(scenario.runs(0, "rollback", plan, "--rehearse")).contains("REHEARSED");
                    assertThat(scenario.runs(0, "rollback", plan, "--rehearse", "--with-fence"))
                            .contains("a drill: nothing was to move");
                    scenario.runs(0, "rollback", plan, "--group", "money");
                });
                assertLedger(money, scenario.source.root());
                assertLedger(money, scenario.target.root());
                assertRefused(scenario.target);
                assertThat(scenario.runs(0, "status", plan)).containsPattern("money +moved back, DONE since");
                assertThat(people.report().failedStatements()).isZero();
                assertThat(goods.report().failedStatements()).isZero();

                during(scenario.source, money, () -> scenario.runs(0, "cutover", plan, "--group", "people"));
                assertThat(people.stop().missingOn(scenario.target.root())).isEmpty();
                during(scenario.source, money, () -> scenario.runs(0, "cutover", plan, "--group", "money"));
                assertLedger(money, scenario.target.root());
                assertRefused(scenario.source);
                assertThat(comparedBefore(scenario, Crossing.first("money"))).isGreaterThanOrEqualTo(BULK);
                assertThat(comparedBefore(scenario, new Crossing("money", 3)))
                        .as("rows changed before the group went over the first time were proven then")
                        .isLessThan(BULK);

                assertThat(scenario.runs(0, "cutover", plan, "--group", "goods"))
                        .contains("The way back stands");
                assertThat(goods.stop().missingOn(scenario.target.root())).isEmpty();
            }
            assertThat(TrafficTables.TOTAL)
                    .isEqualTo(Scenario.BANK.total(scenario.target.root()))
                    .isEqualTo(CRM.total(scenario.target.root()))
                    .isEqualTo(SHOP.total(scenario.target.root()));
            assertThat(scenario.runs(
                            0,
                            "verify",
                            plan,
                            "--evidence",
                            scenario.workDirectory().resolve("evidence.json").toString()))
                    .contains("holds: the source is closed to writes");
        }
    }

    /** How many rows that changed were compared before the fence, the first time they were looked at. */
    private static int comparedBefore(Scenario scenario, Crossing crossing) {
        return FileJournal.read(new RunDirectory(scenario.workDirectory())).events().stream()
                .filter(event -> event.crossing().equals(Optional.of(crossing)))
                .filter(event -> event instanceof Event.Observed observed
                        && observed.what().equals("changes-compared"))
                .map(event -> Integer.parseInt(((Event.Observed) event).values().get("rows")))
                .findFirst()
                .orElseThrow();
    }

    private static Path plan(Scenario scenario) throws IOException {
        Path plan = scenario.plan(GROUPS);
        if (!Lab.isOfNewerServers()) {
            return plan;
        }
        Files.copy(scenario.source.caCertificate(), scenario.directory.resolve("ca.pem"));
        return new PlanEdit(plan).replacing("user: repl,", "user: repl, ca: ca.pem,");
    }

    /** The usual case at three in the morning: all is done, and it was a mistake. */
    @ParameterizedTest
    @EnumSource(names = {"NONE", "GTID_ONLY"})
    void bringsAWholeServerBackThatWasMovedToTheEnd(Ha ha) throws IOException, InterruptedException {
        String gtids = ha == Ha.NONE ? "OFF" : "ON";
        try (Scenario scenario = Scenario.between(
                Lab.start(LabVersion.MYSQL_8_0, "--gtid-mode=" + gtids, "--enforce-gtid-consistency=" + gtids),
                FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, ha),
                directory)) {
            Scenario.BANK.create(scenario.source.root());
            scenario.source.execute("GRANT REPLICATION_SLAVE_ADMIN ON *.* TO migrate@'%'");
            scenario.target.execute("CREATE USER app@'%' IDENTIFIED BY 'lab-app'", "GRANT ALL ON bank.* TO app@'%'");
            Path plan = scenario.automaticPlan();
            new PlanEdit(plan).replacing("way_back: none", "way_back: required");
            try (Program migrate = scenario.migrate("run", plan)) {
                if (ha == Ha.GTID_ONLY) {
                    new ControlPlane(scenario.target).resetGtidsAsAskedBy(migrate);
                }
                migrate.endsWith(0);
            }
            scenario.source.stop();
            scenario.source.start();
            try (Traffic app = traffic(scenario.target, "app", "bank")) {
                Thread.sleep(500);
                assertThat(scenario.runs(0, "rollback", plan)).contains("lab is on the source again");
                TrafficReport report = app.stop();
                assertThat(report.acknowledged()).isNotEmpty();
                assertLedger(List.of(report), scenario.source.root());
            }
            assertThatThrownBy(() -> write(scenario.target, "app", "bank")).isInstanceOf(MySqlException.class);
            write(scenario.source, "app", "bank");
            try (Program again = scenario.migrate("cutover", plan)) {
                assertThat(again.endsWith(1)).contains("Begin a new run");
            }
            try (Program again = scenario.migrate("resume", plan)) {
                assertThat(again.endsWith(0)).contains("begin a new run");
            }
        }
    }

    /** Killed with the target's accounts locked; later stopped behind OPEN by a hook, with the target gone for good. */
    @Test
    void opensTheTargetAgainAfterACrashAndGoesOnWithoutItBehindOpen() throws IOException, InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory, "--event-scheduler=ON")) {
            fill(scenario);
            Path hook = hook();
            Path plan = scenario.plan(
                    GROUPS.replace("flip_back: [{ run: ['true'] }]", "flip_back: [{ run: [" + hook + "] }]"));
            new PlanEdit(plan).replacing("way_back: none", "way_back: required");
            scenario.runs(0, "run", plan);
            scenario.runs(0, "cutover", plan, "--group", "money");
            dieInOpening(scenario);
            assertRefused(scenario.target);

            scenario.runs(0, "resume", plan);

            write(scenario.target, "teller", "bank");
            assertRefused(scenario.source);
            try (Program migrate = scenario.migrate("rollback", plan)) {
                assertThat(migrate.endsWith(1))
                        .contains("The source is open and the target is closed", "mend the hook");
            }
            write(scenario.source, "teller", "bank");
            assertRefused(scenario.target);
            scenario.target.stop();
            Files.createFile(directory.resolve("mended"));

            assertThat(scenario.runs(0, "resume", plan)).contains("The target could not be secured after the flip");
            assertThat(scenario.runs(0, "status", plan)).containsPattern("money +moved back, DONE since");
        }
    }

    private Path hook() throws IOException {
        Path hook =
                Files.writeString(directory.resolve("flip"), "#!/bin/sh\n[ -e " + directory.resolve("mended") + " ]\n");
        return Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwx------"));
    }

    private static void dieInOpening(Scenario scenario) {
        DeadRun.inOpening(
                scenario,
                Map.of("group", "money", "crossing", "2", "fence", "ACCOUNTS", "account.1", "teller@%"),
                Replication.endOf(scenario.target));
        scenario.target.execute("ALTER USER teller@'%' ACCOUNT LOCK");
    }

    @FunctionalInterface
    private interface Deed {
        void run() throws InterruptedException;
    }

    /** Something is done while the clients of the bank are at work on this server. */
    private static void during(LabServer server, List<TrafficReport> reports, Deed deed) throws InterruptedException {
        try (Traffic traffic = traffic(server, "teller", "bank")) {
            Thread.sleep(500);
            deed.run();
            reports.add(traffic.stop());
        }
        assertThat(reports.get(reports.size() - 1).acknowledged()).hasSizeGreaterThan(10);
    }

    /** All that was acknowledged anywhere is there, nothing else, and no money came or went. */
    private static void assertLedger(List<TrafficReport> reports, MySqlServer server) {
        Set<String> known = new HashSet<>();
        for (TrafficReport report : reports) {
            assertThat(report.missingOn(server)).isEmpty();
            known.addAll(report.acknowledged());
            known.addAll(report.unknown());
        }
        assertThat(known).containsAll(Scenario.BANK.transfers(server));
        assertThat(Scenario.BANK.total(server)).isEqualTo(TrafficTables.TOTAL);
    }

    private static void assertRefused(LabServer server) {
        assertThatThrownBy(() -> write(server, "teller", "bank"))
                .isInstanceOf(MySqlException.class)
                .hasMessageContaining("locked");
    }

    private static void fill(Scenario scenario) {
        Scenario.BANK.create(scenario.source.root());
        scenario.source.execute(
                "CREATE TABLE bank.bulk (id INT PRIMARY KEY)",
                "INSERT INTO bank.bulk VALUES "
                        + IntStream.range(0, BULK)
                                .mapToObj(id -> "(" + id + ")")
                                .collect(Collectors.joining(",")));
        CRM.create(scenario.source.root());
        SHOP.create(scenario.source.root());
        for (LabServer server : new LabServer[] {scenario.source, scenario.target}) {
            server.execute(
                    "CREATE USER teller@'%' IDENTIFIED BY 'lab-app'",
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON bank.* TO teller@'%'",
                    "CREATE USER clerk@'%' IDENTIFIED BY 'lab-app'",
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON crm.* TO clerk@'%'",
                    "CREATE USER seller@'%' IDENTIFIED BY 'lab-app'",
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON shop.* TO seller@'%'");
        }
        scenario.source.execute("DROP USER app@'%'", "GRANT LOCK TABLES, CREATE USER, ALTER ON *.* TO migrate@'%'");
        if (scenario.source.version() == LabVersion.MYSQL_8_0) {
            scenario.source.execute("GRANT REPLICATION_SLAVE_ADMIN ON *.* TO migrate@'%'");
        }
    }

    private static Traffic traffic(LabServer server, String user, String database) {
        return Traffic.start(
                new TrafficSettings(server.settings("source", user, new Secret("lab-app")), database, 4, 30));
    }

    private static void write(LabServer server, String user, String database) {
        MySqlServer.connecting(server.settings("lab", user, new Secret("lab-app")))
                .execute(Sql.of("writing", "UPDATE " + database + ".account SET version = version + 1 WHERE id = 1"));
    }
}
