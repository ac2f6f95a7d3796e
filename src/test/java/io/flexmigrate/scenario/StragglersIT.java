package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is in the way before the fence, and who comes too late after it. */
class StragglersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BUDGET = Duration.ofSeconds(10);
    private static final Sql WRITE = Sql.of("writing", "UPDATE bank.account SET version = version + 1 WHERE id = 1");

    @TempDir
    private Path directory;

    private volatile boolean over;

    @Test
    void namesAnOldTransactionEndsItWhereThePlanSaysSoAndNamesWhoStillComesAfterwards()
            throws IOException, InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory, "--event-scheduler=ON")) {
            fill(scenario);
            Path plan = scenario.plan("""
                    approval: manual
                    budget: 1s
                    dead_man_after: 30s
                    groups:
                      - { name: money, databases: [bank], accounts: ['teller@%'] }
                      - { name: rest, databases: [rest], accounts: ['other@%'] }""");
            scenario.runs(0, "run", plan);
            try (Session old = teller(scenario.source).open()) {
                old.execute(Sql.of("beginning", "BEGIN"));
                old.execute(WRITE);
                Thread.sleep(1500);
                assertThat(scenario.runs(1, "cutover", plan))
                        .contains("Transactions older than the budget", "of teller@", "cutover.on_blocker: kill");

                PlanEdit edit = new PlanEdit(plan);
                // because the whole pause is to fit into it, on a busy machine too
                edit.replacing("budget: 1s", "budget: " + BUDGET.toSeconds() + "s\n  on_blocker: kill");
                edit.replacing("watch_stragglers: 0s", "watch_stragglers: 3s");
                await().atMost(PATIENCE).until(() -> isAnyOlderThanTheBudget(scenario.source));
                Thread straggler = straggler(scenario.source);
                try {
                    assertThat(scenario.runs(0, "cutover", plan))
                            .contains("Clients of group money still came to the source")
                            .containsPattern("[1-9]\\d* logins to locked accounts were refused");
                } finally {
                    over = true;
                }
                straggler.join();
            }
            assertThat(scenario.journalHas("end-blocker")).isTrue();
            assertThat(scenario.runs(0, "status", plan)).contains("still came to the source");
            scenario.migrateKilledAt("after CUT_OVER intended watch-stragglers rest#1", "cutover", plan);
            assertThat(watches(scenario)).isEqualTo(3);
            assertThat(scenario.runs(0, "resume", plan)).contains("found nobody");
            assertThat(watches(scenario)).isEqualTo(5);
        }
    }

    private static boolean isAnyOlderThanTheBudget(LabServer server) {
        return server.root()
                .with(session -> !new Clients(session).busyLongerThan(BUDGET).isEmpty());
    }

    /** Lines of the journal about looking for them: one when it begins, one when it is done. */
    private static long watches(Scenario scenario) throws IOException {
        return Files.readAllLines(scenario.workDirectory().resolve("journal.jsonl")).stream()
                .filter(line -> line.contains("\"watch-stragglers\""))
                .count();
    }

    private Thread straggler(LabServer server) {
        Thread thread = new Thread(() -> {
            try {
                while (!over) {
                    tryToWrite(server);
                    Thread.sleep(50);
                }
            } catch (InterruptedException ended) {
                over = true;
            }
        });
        thread.start();
        return thread;
    }

    private static void tryToWrite(LabServer server) {
        try {
            teller(server).execute(WRITE);
        } catch (MySqlException refused) {
            // because that is what it is for
        }
    }

    private static void fill(Scenario scenario) {
        Scenario.BANK.create(scenario.source.root());
        for (LabServer server : new LabServer[] {scenario.source, scenario.target}) {
            server.execute(
                    "CREATE USER teller@'%' IDENTIFIED BY 'lab-app'",
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON bank.* TO teller@'%'",
                    "CREATE USER other@'%' IDENTIFIED BY 'lab-app'");
        }
        scenario.source.execute(
                "CREATE DATABASE rest",
                "CREATE TABLE rest.t (id INT PRIMARY KEY)",
                "DROP USER app@'%'",
                "GRANT LOCK TABLES, CREATE USER, ALTER ON *.* TO migrate@'%'");
    }

    private static MySqlServer teller(LabServer server) {
        return MySqlServer.connecting(server.settings("lab", "teller", new Secret("lab-app")));
    }
}
