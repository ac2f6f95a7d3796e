package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A target that is linked by statements, since it is no flexible server. */
class PlainTargetIT {

    private static final String[] GTIDS = {"--gtid-mode=ON", "--enforce-gtid-consistency=ON"};

    @ParameterizedTest
    @CsvSource({
        "MYSQL_5_7, position",
        "MYSQL_8_0, position",
        "MYSQL_5_7, gtid",
        "MYSQL_8_0, gtid",
    })
    void takesALiveServer(LabVersion version, String mode, @TempDir Path directory)
            throws InterruptedException, IOException {
        String[] options = mode.equals("gtid") ? GTIDS : new String[0];
        try (Scenario scenario = Scenario.between(Lab.start(version, options), PlainTarget.start(options), directory);
                Bank bank = new Bank(scenario)) {
            Path plan = PlainTarget.plan(scenario.automaticPlan("link: { mode: " + mode + " }"));
            try (Program migrate = scenario.migrateHeldAt("after LINK intended start-link#1", "run", plan)) {
                migrate.awaitHold();
                assertThat(Replication.of(scenario.target).isByGtid()).isEqualTo(mode.equals("gtid"));
                migrate.letGo();
                migrate.endsWith(0);
            }
            Moved.assertWhole(scenario, bank.traffic());
            Leftovers.assertNone(scenario);
        }
    }

    @Test
    void givesObjectsToTheDefinersOfThePlan(@TempDir Path directory) throws InterruptedException, IOException {
        try (Scenario scenario = Scenario.between(Lab.start(LabVersion.MYSQL_8_0), PlainTarget.start(), directory)) {
            scenario.source.execute(
                    "CREATE DATABASE shop",
                    "CREATE TABLE shop.t (id INT PRIMARY KEY)",
                    "CREATE DEFINER='old'@'%' SQL SECURITY INVOKER VIEW shop.v AS SELECT id FROM shop.t",
                    "CREATE DEFINER='else'@'%' PROCEDURE shop.p() SELECT 1");
            scenario.target.execute("CREATE USER new@'10.%'");
            Path plan = PlainTarget.plan(scenario.automaticPlan("definers: { 'old@%': 'new@10.%' }"));
            try (Program migrate = scenario.migrate("run", plan)) {
                assertThat(migrate.endsWith(0))
                        .contains(
                                "view shop.v: of old@%, now of new@10.%",
                                "procedure shop.p: of else@%, now of flexadmin@%");
            }
            assertThat(definer(
                            scenario,
                            "SELECT CONCAT(DEFINER, ' ', SECURITY_TYPE) FROM information_schema.VIEWS"
                                    + " WHERE TABLE_SCHEMA = 'shop'"))
                    .isEqualTo("new@10.% INVOKER");
            assertThat(definer(
                            scenario, "SELECT DEFINER FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = 'shop'"))
                    .isEqualTo("flexadmin@%");
        }
    }

    private static String definer(Scenario scenario, String statement) {
        return scenario.target
                .root()
                .query(Sql.of("reading a definer", statement))
                .get(0)
                .only();
    }

    /** Its tables, and clients that write them. */
    private record Bank(Traffic traffic) implements AutoCloseable {

        Bank(Scenario scenario) {
            this(open(scenario));
        }

        private static Traffic open(Scenario scenario) {
            Scenario.BANK.create(scenario.source.root());
            return scenario.traffic(60);
        }

        @Override
        public void close() {
            traffic.close();
        }
    }
}
