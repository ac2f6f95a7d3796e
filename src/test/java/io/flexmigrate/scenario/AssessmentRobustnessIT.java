package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.FailingRelay;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an assessment says of servers that vanish, keep things from us, or have names made to harm. */
@Timeout(value = 240, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AssessmentRobustnessIT {

    private static final List<String> HOSTILE_NAMES = List.of(
            "back`tick",
            "quote'd",
            "double \"quoted\"",
            "back\\slash",
            "percent%and_line",
            "line\nbreak",
            "return\rtab\tin",
            "escape\u001b[2J\u001b]0;owned\u0007",
            "\u202etfel ot thgir",
            "</script><img src=x onerror=alert(1)>",
            "'; DROP DATABASE shop; -- x",
            "sleep(10)",
            "? ?",
            "$1 \\\\1 ${name}",
            "漢字".repeat(20));

    @TempDir
    private static Path shared;

    private static Scenario servers;

    @TempDir
    private Path directory;

    private Scenario scenario;

    @BeforeAll
    static void startServers() {
        servers = Scenario.begin(LabVersion.MYSQL_8_0, shared);
        servers.source.execute(
                "CREATE DATABASE shop",
                "CREATE TABLE shop.orders (id INT NOT NULL PRIMARY KEY, other INT) ENGINE=InnoDB",
                "CREATE VIEW shop.looks AS SELECT id FROM shop.orders",
                "CREATE FUNCTION shop.one() RETURNS INT DETERMINISTIC RETURN 1");
    }

    @AfterAll
    static void stopServers() {
        servers.close();
    }

    @BeforeEach
    void useADirectoryOfItsOwn() {
        scenario = servers.in(directory);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 12, 16, 20, 26})
    void saysThatTheSourceWasLost(int messages) throws IOException, InterruptedException {
        try (FailingRelay relay = FailingRelay.cutting(scenario.source.port(), messages)) {
            assertThat(planned(4, before(scenario.source, relay)))
                    .contains("BLOCKER", "FM1000", "source")
                    .doesNotContain("BLOCKER   FM1023", "WARNING   FM", "FM1050");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 7})
    void saysThatTheTargetWasLost(int messages) throws IOException, InterruptedException {
        scenario.target.execute("SET GLOBAL require_secure_transport = OFF");
        try (FailingRelay relay = FailingRelay.cutting(scenario.target.port(), messages)) {
            assertThat(planned(4, before(scenario.target, relay))).contains("BLOCKER", "FM1000", "target");
        } finally {
            scenario.target.execute("SET GLOBAL require_secure_transport = ON");
        }
    }

    @Test
    void saysThatTheSourceWasKilled() throws IOException, InterruptedException {
        LabServer source = scenario.source;
        try (FailingRelay relay = FailingRelay.doing(source.port(), 14, source::kill)) {
            assertThat(planned(4, before(source, relay))).contains("BLOCKER", "FM1000", "lost while it was read");
        } finally {
            source.start();
        }
    }

    /** Without TLS, because a relay cannot count encrypted messages. */
    private Path before(LabServer server, FailingRelay relay) throws IOException {
        Path plan = scenario.automaticPlan();
        PlanEdit edit = new PlanEdit(plan);
        edit.replacing("port: " + server.port(), "port: " + relay.port());
        edit.replacing("tls: { mode: required }", "tls: { mode: disabled }");
        if (server.port() == scenario.target.port()) {
            edit.replacing("tls: { mode: required }", "tls: { mode: disabled }");
        }
        return plan;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PROCESS",
                "REPLICATION CLIENT",
                "SELECT",
                "SHOW VIEW",
                "TRIGGER",
                "EVENT",
                "RELOAD",
                "REPLICATION SLAVE",
                "XA_RECOVER_ADMIN"
            })
    void namesAPrivilegeThatIsMissing(String privilege) throws InterruptedException {
        scenario.source.execute("REVOKE " + privilege + " ON *.* FROM migrate@'%'");
        try {
            assertThat(planned(4, scenario.automaticPlan())).contains("FM1020", privilege);
        } finally {
            scenario.source.execute("GRANT " + privilege + " ON *.* TO migrate@'%'");
        }
    }

    @Test
    void namesAllThatAnAccountOfOneDatabaseLacks() throws InterruptedException, IOException {
        scenario.source.execute(
                "CREATE USER narrow@'%' IDENTIFIED WITH mysql_native_password BY '"
                        + Scenario.MIGRATE_PASSWORD.value().replace("'", "''") + "'",
                "GRANT SELECT ON shop.* TO narrow@'%'");
        Path plan = scenario.automaticPlan();
        new PlanEdit(plan).replacing("user: migrate", "user: narrow");
        try {
            assertThat(planned(4, plan))
                    .contains("FM1020", "PROCESS", "REPLICATION CLIENT", "SELECT", "TRIGGER", "EVENT");
        } finally {
            scenario.source.execute("DROP USER narrow@'%'");
        }
    }

    @Test
    void readsHostileNamesAsNames() throws InterruptedException {
        scenario.source.execute(hostile());
        try {
            String output = planned(4, scenario.automaticPlan());

            assertThat(output).doesNotContain("failed:").contains("all 226 table(s)", "FM1043");
            assertThat(scenario.source.root().query(Sql.of("looking", "SELECT COUNT(*) AS n FROM shop.orders")))
                    .hasSize(1);
        } finally {
            scenario.source.execute(HOSTILE_NAMES.stream()
                    .map(name -> "DROP DATABASE " + Identifier.quoted(name))
                    .toList());
        }
    }

    private static List<String> hostile() {
        List<String> statements = new ArrayList<>();
        for (String database : HOSTILE_NAMES) {
            String schema = Identifier.quoted(database);
            statements.add("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4");
            statements.add("USE " + schema);
            for (String name : HOSTILE_NAMES) {
                String quoted = Identifier.quoted(name);
                statements.add("CREATE TABLE " + quoted + " (" + quoted
                        + " INT COMMENT '\u001b[2J</script>') ENGINE=InnoDB" + " COMMENT '\u202e\u001b]0;x\u0007'");
            }
            String name = Identifier.quoted("v" + database.substring(0, Math.min(60, database.length())));
            statements.add("CREATE VIEW " + name + " AS SELECT 1 AS one");
            statements.add("CREATE FUNCTION " + name + "() RETURNS INT DETERMINISTIC RETURN 1");
            statements.add("CREATE EVENT " + name + " ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 1");
        }
        return statements;
    }

    private String planned(int exitCode, Path plan) throws InterruptedException {
        try (Program migrate = scenario.migrate("plan", plan)) {
            String output = migrate.endsWith(exitCode);
            assertThat(output)
                    .doesNotContain("\tat ")
                    .doesNotContain("Exception")
                    .doesNotContain("bug");
            return output;
        }
    }
}
