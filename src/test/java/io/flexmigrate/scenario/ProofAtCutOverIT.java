package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is proven when the writes move, and what becomes of a cut-over that cannot prove it. */
class ProofAtCutOverIT {

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void refusesBeforeTheFenceWhatOthersWroteToTheTarget(LabVersion version, @TempDir Path directory)
            throws InterruptedException {
        try (Scenario scenario = Scenario.begin(version, directory)) {
            Scenario.BANK.create(scenario.source.root());
            scenario.addLargeTable(20_000);
            runs(scenario, "run", "approval: manual\nbudget: 10s", "", 0);
            scenario.target.execute("UPDATE bank.ledger SET entry = 'gone' WHERE id = 777");

            assertThat(runs(scenario, "cutover", "approval: manual\nbudget: 10s", "", 5))
                    .contains("Others than the link wrote to the target")
                    .contains("bank.ledger: 1 row(s), the first before binlog.")
                    .contains("bank.ledger row (id '777') differs; entry: source 128 byte(s)");

            assertThat(scenario.journalHas("FENCED")).isFalse();
            assertThat(number(scenario.source, "SELECT @@GLOBAL.super_read_only AS n"))
                    .isZero();
            scenario.target.execute(
                    "UPDATE bank.ledger SET entry = CONCAT(SHA2(777, 256), SHA2(778, 256)) WHERE id = 777");
            assertThat(runs(scenario, "cutover", "approval: manual\nbudget: 10s", "", 0))
                    .contains("changed_rows", "read_whole 0");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_8_0"})
    void obeysThePlanWhereTheBudgetDoesNotLast(LabVersion version, @TempDir Path directory)
            throws InterruptedException {
        try (Scenario scenario = Scenario.begin(version, directory)) {
            Scenario.BANK.create(scenario.source.root());
            scenario.addLargeTable(800_000);
            scenario.source.execute(
                    "CREATE TABLE bank.bag AS SELECT entry, JSON_ARRAY(entry, entry, entry) AS document FROM bank.ledger",
                    "DROP TABLE bank.ledger");
            // one thread compares, which takes twice as long: so the budget may be long, and the tenth that it keeps
            String approval = "approval: manual\nbudget: 4s\nrehearsals: 1";
            runs(scenario, "run", approval, "", 0);
            AtomicBoolean writes = new AtomicBoolean(true);
            Thread writer = new Thread(() -> write(scenario.source, writes), "writer");
            writer.start();
            try {
                assertThat(runs(scenario, "cutover", approval, "verify: { threads: 1 }", 7))
                        .contains("longer than the budget of 4000 ms", "comparing bank.bag", "a primary key ends that");
                assertThat(number(scenario.source, "SELECT @@GLOBAL.super_read_only AS n"))
                        .isZero();

                assertThat(runs(scenario, "cutover", approval, "verify: { threads: 1, at_cutover: best-effort }", 0))
                        .contains("Not compared once more inside the pause, as the budget did not last: bank.bag")
                        .contains("unproven bank.bag");
            } finally {
                writes.set(false);
                writer.join();
            }
            assertThat(number(scenario.target, "SELECT COUNT(*) AS n FROM bank.bag"))
                    .isEqualTo(number(scenario.source, "SELECT COUNT(*) AS n FROM bank.bag"));
        }
    }

    private static void write(LabServer source, AtomicBoolean writes) {
        try (Session session = source.root().open()) {
            while (writes.get()) {
                session.execute(Sql.of("writing", "INSERT INTO bank.bag VALUES (UUID(), '[]')"));
                session.query(Sql.of("waiting", "SELECT SLEEP(0.01)"));
            }
        } catch (MySqlException closed) {
            // because the cut-over ends it
        }
    }

    private static String runs(Scenario scenario, String verb, String cutover, String section, int exitCode)
            throws InterruptedException {
        try (Program migrate = scenario.migrate(verb, scenario.plan(cutover, section))) {
            return migrate.endsWith(exitCode);
        }
    }

    private static long number(LabServer server, String query) {
        return server.root().query(Sql.of("looking", query)).get(0).number("n");
    }
}
