package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.flexmigrate.journal.TestimonyJson;
import io.flexmigrate.lab.Dataset;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.mysql.BinlogEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceIT {

    @ParameterizedTest
    @EnumSource(
            value = LabVersion.class,
            names = {"MYSQL_5_7", "MYSQL_8_0"})
    void canBeCheckedAgainAndNoticesWhatIsChangedLater(LabVersion version, @TempDir Path directory)
            throws IOException, InterruptedException {
        try (Scenario scenario = Scenario.begin(version, directory)) {
            Scenario.BANK.create(scenario.source.root());
            Dataset.install(scenario.source);
            Path plan = scenario.automaticPlan();
            try (Traffic traffic = scenario.traffic(50);
                    Program migrate = scenario.migrate("run", plan)) {
                assertThat(migrate.endsWith(0)).contains("What this migration can show is in ");
                traffic.stop();
            }
            // because the work directory is not where it should be kept
            Path evidence =
                    Files.copy(scenario.workDirectory().resolve("evidence.json"), directory.resolve("kept.json"));
            looksRight(evidence);
            assertThat(Files.readString(scenario.workDirectory().resolve("evidence.html")))
                    .contains("FINISHED", "0 changes in the binlog from the fence to");
            assertThat(check(scenario, plan, evidence, 0))
                    .contains(
                            "holds: the ledger says the same",
                            "holds: the source wrote nothing of group lab after the fence")
                    .contains("never proven: ")
                    .doesNotContain("does not hold");

            try (Program again = scenario.migrate("resume", plan)) {
                again.endsWith(0);
            }
            assertThat(scenario.workDirectory().resolve("evidence.json")).hasSameTextualContentAs(evidence);
            Path ledger = changeLedger(scenario.workDirectory());
            assertThat(check(scenario, plan, evidence, 5)).contains("does not hold: the ledger says the same");
            Files.move(ledger, ledger.resolveSibling("away"));
            assertThat(check(scenario, plan, evidence, 0))
                    .contains("cannot be told any more: the ledger says the same");

            scenario.source.execute(
                    "SET GLOBAL super_read_only = OFF",
                    "SET GLOBAL read_only = OFF",
                    "INSERT INTO menagerie.hashed VALUES (99, 99)");
            assertThat(check(scenario, plan, evidence, 5))
                    .contains("does not hold: the source is closed to writes")
                    .contains("does not hold: the source wrote nothing of group lab after the fence");

            scenario.source.execute("SET GLOBAL super_read_only = ON", "FLUSH BINARY LOGS");
            purge(scenario);
            assertThat(check(scenario, plan, evidence, 0))
                    .contains("cannot be told any more: the source wrote nothing of group lab after the fence");
            scenario.source.stop();
            assertThat(check(scenario, plan, evidence, 0))
                    .contains("cannot be told any more: the source is the same and still closed")
                    .contains("holds: the target is the same server");
            Files.writeString(evidence, "{}");
            assertThat(check(scenario, plan, evidence, 1)).contains("cannot be checked");
        }
    }

    private static void purge(Scenario scenario) {
        List<String> files = scenario.source.root().with(session -> new BinlogEvents(session).files());
        String last = files.get(files.size() - 1);
        scenario.source.execute("PURGE BINARY LOGS TO '" + last + "'");
    }

    private static void looksRight(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(SCHEMA.validate(new JsonMapper().readTree(text))).isEmpty();
        JsonNode evidence = new JsonMapper().readTree(text);
        assertThat(new TestimonyJson().write(new TestimonyJson().read(text))).isEqualTo(text);
        assertThat(evidence.at("/afterFence/read").asBoolean()).isTrue();
        assertThat(evidence.at("/afterFence/changes").asInt(-1)).isZero();
        assertThat(evidence.at("/afterFence/sourceClosed").asBoolean()).isTrue();
        assertThat(evidence.at("/comparison/rows").asLong()).isGreaterThan(50);
        assertThat(evidence.at("/comparison/chunks").asLong()).isGreaterThan(20);
        assertThat(evidence.at("/comparison/insideFence/tables").asInt()).isGreaterThan(30);
        assertThat(evidence.at("/source/uuid").asText())
                .hasSize(36)
                .isNotEqualTo(evidence.at("/target/uuid").asText());
        assertThat(evidence.at("/fence/targetApplied").asText())
                .isEqualTo(evidence.at("/fence/coordinates/file").asText() + ":"
                        + evidence.at("/fence/coordinates/position").asText());
        assertThat(text).doesNotContain(Scenario.MIGRATE_PASSWORD.value(), Scenario.REPLICATION_PASSWORD.value());
    }

    private static Path changeLedger(Path work) throws IOException {
        try (Stream<Path> files = Files.list(work.resolve("verify"))) {
            List<Path> ledgers = files.toList();
            assertThat(ledgers).hasSize(1);
            byte[] bytes = Files.readAllBytes(ledgers.get(0));
            bytes[bytes.length / 2] ^= 1;
            return Files.write(ledgers.get(0), bytes);
        }
    }

    private static String check(Scenario scenario, Path plan, Path evidence, int exitCode) throws InterruptedException {
        try (Program program = scenario.migrate("verify", plan, "--evidence", evidence.toString())) {
            return program.endsWith(exitCode);
        }
    }

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TestimonyJson.class.getResourceAsStream("evidence.schema.json"));
}
