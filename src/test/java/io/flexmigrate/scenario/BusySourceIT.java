package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that has better things to do than to be compared. */
class BusySourceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CLIENTS = 5;

    @Test
    void isComparedWhenItIsLessBusy(@TempDir Path directory) throws InterruptedException, IOException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());
            Path plan = scenario.plan("approval: manual", "verify: { max_load: 3 }");
            try (Program migrate = scenario.migrateHeldAt("before VERIFY started#1", "run", plan)) {
                migrate.awaitHold();
                List<Thread> busy = occupy(scenario);
                await().atMost(PATIENCE).until(() -> sleeping(scenario).size() == CLIENTS);
                migrate.letGo();
                await().atMost(PATIENCE).until(() -> migrate.output().contains("the comparison waits"));
                assertThat(migrate.output()).doesNotContain("VERIFY done");

                release(scenario);
                for (Thread thread : busy) {
                    thread.join();
                }

                assertThat(migrate.endsWith(0)).contains("The comparison goes on.", "VERIFY done");
            }
        }
    }

    private static List<Thread> occupy(Scenario scenario) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread thread = new Thread(() -> scenario.source.root().query(Sql.of("being busy", "SELECT SLEEP(90)")));
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private static void release(Scenario scenario) {
        sleeping(scenario).forEach(row -> scenario.source.execute("KILL QUERY " + row.number("id")));
    }

    private static List<Row> sleeping(Scenario scenario) {
        Sql sql = Sql.of(
                "looking", "SELECT ID AS id FROM information_schema.PROCESSLIST WHERE INFO = 'SELECT SLEEP(90)'");
        return scenario.source.root().query(sql);
    }
}
