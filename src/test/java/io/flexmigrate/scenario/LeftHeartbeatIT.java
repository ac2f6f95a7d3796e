package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An attempt to catch up that lost a server is made again in the same process: what it left goes, too. */
class LeftHeartbeatIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void dropsTheHeartbeatOfAnAttemptThatLostTheTarget(@TempDir Path directory)
            throws InterruptedException, IOException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());
            Path plan = scenario.plan("approval: manual\nbudget: 10s");
            try (Traffic traffic = scenario.traffic(20);
                    Program migrate = scenario.migrateHeldAt("after CATCH_UP intended heartbeat#1", "run", plan)) {
                migrate.awaitHold();
                loseTheTarget(scenario.target);
                migrate.letGo();

                assertThat(migrate.endsWith(0)).contains("That passed after");
                assertThat(traffic.stop().failedStatements()).isZero();
            }
            assertThat(heartbeats(scenario.source)).isZero();
            await().atMost(PATIENCE).until(() -> heartbeats(scenario.target) == 0);
        }
    }

    /** All sessions of the run but the one that keeps others from beginning: who loses that gives up. */
    private static void loseTheTarget(LabServer target) {
        String sessions = "SELECT ID AS id FROM information_schema.PROCESSLIST WHERE USER = 'flexadmin'"
                + " AND ID <> IS_USED_LOCK('migrate:lab')";
        List<Long> ids = target.root().query(Sql.of("looking for sessions", sessions)).stream()
                .map(row -> row.number("id"))
                .toList();
        assertThat(ids).isNotEmpty();
        ids.forEach(id -> target.execute("KILL " + id));
    }

    private static long heartbeats(LabServer server) {
        return server.root()
                .query(Sql.of(
                        "looking for heartbeats",
                        "SELECT COUNT(*) AS n FROM information_schema.SCHEMATA"
                                + " WHERE SCHEMA_NAME LIKE 'migrate\\_heartbeat\\_%'"))
                .get(0)
                .number("n");
    }
}
