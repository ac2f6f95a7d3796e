package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Ha;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.Sql;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link that was made and never started: whoever touched it meanwhile, it starts where the data end or not at all. */
class UnstartedLinkIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void startsALinkThatWasOnlyMadeIfNobodyHasMovedIt(@TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = begin(LabVersion.MYSQL_8_0, directory);
                Traffic traffic = scenario.traffic(60)) {
            Migration migration = new Migration(scenario, scenario.plan("approval: manual\nbudget: 10s"));
            killAfterPointing(migration);
            Replication link = Replication.of(scenario.target);
            BinlogCoordinates start = link.status().orElseThrow().applied().orElseThrow();

            link.moveTo(new BinlogCoordinates(start.file(), 4));
            assertThat(migration.run("resume", 1)).contains(start.toString());
            link.moveTo(Replication.endOf(scenario.source));
            assertThat(migration.run("resume", 1)).contains(start.toString());
            assertThat(link.status().orElseThrow().isStopped()).isTrue();

            link.moveTo(start);
            migration.run("resume", 0);
            assertThat(migration.links()).isEqualTo(1);
            migration.run("cutover", 0);
            Moved.assertWhole(scenario, traffic);
        }
    }

    @Test
    void makesALinkAgainThatWasNeverStartedAndRefusesWhatIsNotKnown(@TempDir Path directory)
            throws InterruptedException {
        try (Scenario scenario = begin(LabVersion.MYSQL_5_7, directory);
                Traffic traffic = scenario.traffic(60)) {
            Migration migration = new Migration(scenario, scenario.plan("approval: manual\nbudget: 10s"));
            killAfterPointing(migration);
            Replication link = Replication.of(scenario.target);
            link.remove();
            migration.run("resume", 0);
            assertThat(migration.links()).isEqualTo(2);

            link.remove();
            assertThat(migration.run("resume", 1)).contains("is gone");
            assertThat(link.isLinked()).isFalse();

            scenario.target.execute(
                    "CHANGE MASTER TO MASTER_HOST='192.0.2.1', MASTER_PORT=3307, MASTER_LOG_FILE='other.000042'");
            assertThat(migration.run("resume", 1)).contains("linked to 192.0.2.1:3307", "Find out who made that link");
            assertThat(link.status().orElseThrow().sourceHost()).isEqualTo("192.0.2.1");
            assertThat(traffic.stop().failedStatements()).isZero();
        }
    }

    /** A server that comes up starts its links: nobody has moved it, and nothing is left out. */
    @Test
    void goesOnWithALinkThatTheTargetStartedWhenItCameUpAgain(@TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = begin(LabVersion.MYSQL_8_0, directory);
                Traffic traffic = scenario.traffic(60)) {
            Migration migration = new Migration(scenario, scenario.plan("approval: manual\nbudget: 10s"));
            scenario.migrateKilledAt("after LINK reached link#1", "run", migration.plan());
            Replication link = Replication.of(scenario.target);
            BinlogCoordinates start = link.status().orElseThrow().applied().orElseThrow();
            scenario.target.stop();
            scenario.target.start();
            await().atMost(PATIENCE)
                    .until(() -> !link.status().orElseThrow().applied().equals(Optional.of(start)));

            migration.run("resume", 0);
            assertThat(migration.links()).isEqualTo(1);
            migration.run("cutover", 0);
            Moved.assertWhole(scenario, traffic);
        }
    }

    private static Scenario begin(LabVersion version, Path directory) {
        Scenario scenario = Scenario.begin(version, directory);
        Scenario.BANK.create(scenario.source.root());
        return scenario;
    }

    /** The procedure points the server and then does not come back: the program dies before it may start the link. */
    private static void killAfterPointing(Migration migration) throws InterruptedException {
        Scenario scenario = migration.scenario();
        scenario.target.execute(
                "SET SESSION sql_log_bin = 0", "DROP PROCEDURE mysql.az_replication_change_master", """
                CREATE PROCEDURE mysql.az_replication_change_master(
                  IN master_host VARCHAR(255), IN master_user VARCHAR(255), IN master_password VARCHAR(255),
                  IN master_port INT, IN master_log_file VARCHAR(255), IN master_log_pos BIGINT UNSIGNED,
                  IN master_ssl_ca LONGTEXT)
                SQL SECURITY DEFINER
                BEGIN
                  CALL mysql.az_emulation_change_source(master_host, master_user, master_password, master_port,
                    CONCAT(', *_LOG_FILE=', QUOTE(master_log_file), ', *_LOG_POS=', master_log_pos), master_ssl_ca);
                  DO IF(master_log_file LIKE 'binlog%', SLEEP(600), 0);
                END""");
        try (Program migrate = scenario.migrate("run", migration.plan())) {
            await().atMost(PATIENCE).until(() -> !hanging(scenario.target).isEmpty() || !migrate.isAlive());
            assertThat(migrate.isAlive()).as(migrate.output()).isTrue();
            migrate.kill();
        }
        hanging(scenario.target).forEach(id -> scenario.target.execute("KILL " + id));
        FlexibleServerEmulation.install(scenario.target, Ha.NONE);
    }

    private static List<Long> hanging(LabServer target) {
        String query = "SELECT ID AS id FROM information_schema.PROCESSLIST WHERE STATE = 'User sleep'";
        return target.root().query(Sql.of("looking for the hanging procedure", query)).stream()
                .map(row -> row.number("id"))
                .toList();
    }
}
