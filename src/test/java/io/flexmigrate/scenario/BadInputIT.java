package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.Dataset;
import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Ha;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // JUnit and the methods before all and each test set the fields
class BadInputIT {

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
    void hasNothingAgainstAGoodPlan() throws InterruptedException {
        ServerState source = ServerState.of(scenario.source);
        ServerState target = ServerState.of(scenario.target);
        try (Program migrate = scenario.migrate("plan", scenario.automaticPlan())) {
            assertThat(migrate.endsWith(0))
                    .contains("READY: ", "1. ASSESS", "10. FINISH", "mydumper --")
                    .doesNotContain("BLOCKER");
        }
        assertThat(ServerState.of(scenario.source)).isEqualTo(source);
        assertThat(ServerState.of(scenario.target)).isEqualTo(target);
    }

    @Test
    void refusesAPlanThatIsNotThere() throws InterruptedException {
        assertThat(refused(3, directory.resolve("nothing.yaml"))).contains("nothing.yaml", "no such file");
    }

    @Test
    void refusesAPlanThatCannotBeRead() throws IOException, InterruptedException {
        Path plan = new PlanEdit(scenario.automaticPlan()).replacing("name: lab", "name: [lab");

        assertThat(refused(3, plan)).contains("plan.yaml:");
    }

    @Test
    void refusesAWrongPasswordOfTheSource() throws IOException, InterruptedException {
        assertThat(refused(4, withWrongPassword("SOURCE_PASSWORD")))
                .contains("FM1000", "source", "as migrate", "error 1045", "Check source.user and source.password");
    }

    @Test
    void refusesAWrongPasswordOfTheTarget() throws IOException, InterruptedException {
        assertThat(refused(4, withWrongPassword("TARGET_PASSWORD")))
                .contains("FM1000", "target", "as flexadmin", "error 1045", "Check target.user and target.password");
    }

    private Path withWrongPassword(String variable) throws IOException {
        Files.writeString(directory.resolve("wrong"), "lab-wrong-password");
        return new PlanEdit(scenario.automaticPlan()).replacing("{ env: " + variable + " }", "{ file: wrong }");
    }

    @Test
    void refusesAPortWhereNobodyListens() throws IOException, InterruptedException {
        int port = closedPort();
        Path plan =
                new PlanEdit(scenario.automaticPlan()).replacing("port: " + scenario.source.port(), "port: " + port);

        assertThat(refused(4, plan))
                .contains("FM1000", "127.0.0.1:" + port, "Connection refused", "Check source.host and source.port");
    }

    @Test
    void writesTheReportAlsoWhenAServerIsOutOfReach() throws IOException, InterruptedException {
        Path plan = new PlanEdit(scenario.automaticPlan())
                .replacing("port: " + scenario.source.port(), "port: " + closedPort());
        Path report = directory.resolve("plan.json");

        try (Program migrate = scenario.migrate("plan", plan, "-o", report.toString())) {
            assertThat(migrate.endsWith(4)).contains("The report is in " + report + ". BLOCKED: 1 blocker");
        }

        assertThat(report).content().contains("\"FM1000\"", "\"verdict\" : \"BLOCKED\"");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void refusesAHostThatDoesNotExist() throws IOException, InterruptedException {
        Path plan = new PlanEdit(scenario.automaticPlan()).replacing("host: 127.0.0.1", "host: no-such-host.invalid");

        assertThat(refused(4, plan)).contains("FM1000", "no-such-host.invalid", "Check source.host and source.port");
    }

    @Test
    void refusesAReplicationAccountThatDoesNotExist() throws IOException, InterruptedException {
        Path plan = new PlanEdit(scenario.automaticPlan()).replacing("user: repl,", "user: nobody,");
        scenario.source.execute("GRANT SELECT ON mysql.* TO migrate@'%'");

        assertThat(refused(4, plan)).contains("FM1023", "nobody", "CREATE USER 'nobody'@'%'");
    }

    @Test
    void refusesAMissingMydumper() throws InterruptedException {
        Path nowhere = directory.resolve("bin/mydumper");

        assertThat(refused(4, scenario.automaticPlan("dump: { mydumper: " + nowhere + " }")))
                .contains("FM1060", "there is no program " + nowhere, "apt-get install mydumper", "dump.mydumper");
    }

    @Test
    void stopsAtMetadataWithoutCoordinates() throws IOException, InterruptedException {
        assertThat(refused(1, scenario.automaticPlan("dump: { mydumper: " + forgetfulMydumper() + " }")))
                .contains("where the snapshot stands", "SHOW MASTER STATUS", "logs/mydumper.log", "dump.mydumper");
    }

    private Path forgetfulMydumper() throws IOException {
        Path script = Files.writeString(directory.resolve("forgetful-mydumper"), """
                #!/bin/sh
                "${MIGRATE_MYDUMPER:-mydumper}" "$@"
                code=$?
                while [ $# -gt 0 ]; do [ "$1" = -o ] && directory=$2; shift; done
                [ -n "$directory" ] && sed -i '/Log:/d; /Pos:/d; /GTID:/d' "$directory/metadata"
                exit $code
                """);
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void refusesATargetThatIsNotEmpty() throws InterruptedException {
        scenario.target.execute("CREATE DATABASE bank", "CREATE TABLE bank.theirs (id INT PRIMARY KEY)");
        try {
            assertThat(refused(4, scenario.automaticPlan()))
                    .contains("FM1032", "target database bank", "DROP DATABASE `bank`");
        } finally {
            scenario.target.execute("DROP DATABASE bank");
        }
    }

    @ParameterizedTest
    @CsvSource({"PROCEDURES_ABSENT_2021, FM1030", "GTID_ONLY, FM1034"})
    void refusesATargetWithoutTheProceduresThatTheSourceNeeds(Ha ha, String code) throws InterruptedException {
        try (LabServer other = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, ha)) {
            Scenario there = scenario.to(other);

            assertThat(new Refusal(there).of(4, there.automaticPlan()))
                    .contains(code, "mysql.az_replication_change_master", "Disable high availability");
        }
    }

    @Test
    void refusesADiskTooSmallForTheDump() throws IOException, InterruptedException {
        scenario.source.execute(zeros(6));
        try (SmallDisk disk = SmallDisk.mount(scenario.workDirectory(), 2)) {
            assertThat(refused(4, scenario.automaticPlan()))
                    .contains("FM1070", "only 1 MiB are free", "Free some space", "--work-dir");
        } finally {
            scenario.source.execute("DROP DATABASE zeros");
        }
    }

    @Test
    void stopsWhenTheDumpFillsTheDisk() throws IOException, InterruptedException {
        scenario.source.execute(zeros(7));
        try (SmallDisk disk = SmallDisk.mount(scenario.workDirectory(), 22)) {
            assertThat(refused(1, scenario.automaticPlan()))
                    .contains("No space left on device", "Free some space", "--work-dir");
            assertThat(disk.directory().resolve("dump")).doesNotExist();
        } finally {
            scenario.source.execute("DROP DATABASE zeros");
        }
    }

    /** A table whose dump is twice as large as itself, because each of its bytes is written as two. */
    private static String[] zeros(int rows) {
        return new String[] {
            "CREATE DATABASE zeros",
            "CREATE TABLE zeros.zeros (id INT NOT NULL PRIMARY KEY, body LONGBLOB) ENGINE=InnoDB",
            "INSERT INTO zeros.zeros SELECT ordinal_position, REPEAT(UNHEX('00'), 2000000)"
                    + " FROM information_schema.columns WHERE table_schema = 'mysql' AND table_name = 'user'"
                    + " AND ordinal_position <= " + rows,
            "ANALYZE TABLE zeros.zeros"
        };
    }

    @ParameterizedTest
    @EnumSource
    void refusesASourceWithoutBinlog(LabVersion version) throws InterruptedException {
        try (LabServer silent = Lab.start(version, "--skip-log-bin", "--loose-skip-log-slave-updates")) {
            Scenario there = scenario.from(silent);
            Scenario.BANK.create(silent.root());

            assertThat(new Refusal(there).of(4, there.automaticPlan()))
                    .contains("FM1010", "source log_bin", "log-bin=mysql-bin");
        }
    }

    @Test
    void refusesAnotherBinlogFormatThanRow() throws InterruptedException {
        scenario.source.execute("SET GLOBAL binlog_format = 'STATEMENT'");
        try {
            assertThat(refused(4, scenario.automaticPlan()))
                    .contains("FM1011", "binlog_format is STATEMENT", "SET GLOBAL binlog_format = 'ROW'");
        } finally {
            scenario.source.execute("SET GLOBAL binlog_format = 'ROW'");
        }
    }

    @Test
    void refusesMariaDb() throws IOException, InterruptedException {
        try (Disguise disguise = Disguise.before(scenario.source.port())) {
            PlanEdit plan = new PlanEdit(scenario.automaticPlan());
            plan.replacing("port: " + scenario.source.port(), "port: " + disguise.port());

            assertThat(refused(4, plan.replacing("tls: { mode: required }", "tls: { mode: disabled }")))
                    .contains("FM1002", "The source is MariaDB", "Move MariaDB with a dump");
        }
    }

    @Test
    void namesTheTablesThatItDumpsItself() throws InterruptedException {
        scenario.source.execute("CREATE DATABASE menagerie CHARACTER SET utf8mb4");
        Dataset.addDefaultGenerated(scenario.source);
        Dataset.addHardNames(scenario.source);
        Dataset.addAlteredValues(scenario.source);
        try (Program migrate = scenario.migrate("plan", scenario.automaticPlan())) {
            assertThat(migrate.endsWith(0))
                    .contains("FM1064", "menagerie.stamped")
                    .contains("FM1066", "menagerie.back`tick", "menagerie.back_ticked_column")
                    .contains("menagerie.dotted.name", "menagerie.looks like a-schema")
                    .contains("FM1069", "menagerie.precise");
        } finally {
            scenario.source.execute("DROP DATABASE menagerie");
        }
    }

    private String refused(int exitCode, Path plan) throws InterruptedException {
        return new Refusal(scenario).of(exitCode, plan);
    }
}
