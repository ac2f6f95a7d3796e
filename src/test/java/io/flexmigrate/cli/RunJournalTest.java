package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.plan.ChangedPlanException;
import io.flexmigrate.plan.PlanFile;
import io.flexmigrate.plan.PlanReader;
import io.flexmigrate.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunJournalTest {

    private static final Step PROBE = Step.of("probe-scratch-database");

    @TempDir
    private Path temporary;

    private RunDirectory directory = new RunDirectory(Path.of("replaced"));

    @BeforeEach
    void newDirectory() {
        directory = new RunDirectory(temporary.resolve("migrate-shop"));
    }

    @Test
    void goesOnWithTheSamePlan() throws IOException {
        begin(plan(3306, 2), StageName.DUMP);

        try (FileJournal journal = new RunJournal(directory, plan(3306, 2)).open(true, settled -> {})) {
            assertThat(journal.events()).hasSize(1);
        }
    }

    @Test
    void goesOnWithAPlanThatChangedWhereItMay() throws IOException {
        begin(plan(3306, 2), StageName.DUMP);

        try (FileJournal journal = new RunJournal(directory, plan(3306, 8)).open(false, settled -> {})) {
            assertThat(journal.events()).hasSize(1);
        }
    }

    @Test
    void refusesAPlanThatChangedWhereItMayNotAndNamesTheField() throws IOException {
        begin(plan(3306, 2), StageName.PREPARE);
        PlanFile changed = plan(3307, 2);

        assertThatThrownBy(() -> new RunJournal(directory, changed).open(false, settled -> {}))
                .isInstanceOf(ChangedPlanException.class)
                .hasMessageContaining("source.port: was '3306', is '3307'")
                .hasMessageContaining("--work-dir");
        assertThat(FileJournal.read(directory).events()).hasSize(1);
    }

    @Test
    void beginsAgainWithAChangedPlanWhileOnlyAnAssessmentWasMade() throws IOException {
        begin(plan(3306, 2), StageName.ASSESS);

        try (FileJournal journal = new RunJournal(directory, plan(3307, 2)).open(false, settled -> {})) {
            assertThat(journal.events()).isEmpty();
            assertThat(journal.header().plan()).containsEntry("source.port", "3307");
        }
    }

    @Test
    void settlesAKilledProbeBeforeItsJournalGoes() throws IOException {
        beginProbe(plan(3306, 2));
        List<String> settled = new ArrayList<>();

        try (FileJournal journal = new RunJournal(directory, plan(3307, 2)).open(false, old -> {
            settled.add(old.header().plan().getOrDefault("source.port", ""));
            old.append(new Event.Reached(StageName.ASSESS, Samples.NOON, PROBE, Map.of()));
        })) {
            assertThat(settled).containsExactly("3306");
            assertThat(journal.events()).isEmpty();
        }
    }

    @Test
    void doesNotForgetAProbeThatCouldNotBeSettled() throws IOException {
        beginProbe(plan(3306, 2));
        PlanFile changed = plan(3307, 2);

        assertThatThrownBy(() -> new RunJournal(directory, changed).open(false, unsettled -> {}))
                .isInstanceOf(ChangedPlanException.class);
        assertThat(FileJournal.read(directory).events()).hasSize(1);
    }

    @Test
    void doesNotSettleAProbeOnAnotherTarget() throws IOException {
        beginProbe(plan(3306, 2));
        PlanFile elsewhere = planTo("other.example.com");

        assertThatThrownBy(() -> new RunJournal(directory, elsewhere).open(false, RunJournalTest::nobody))
                .isInstanceOf(ChangedPlanException.class)
                .hasMessageContaining("target.host: was 'shop.example.com', is 'other.example.com'");
    }

    private static void nobody(FileJournal journal) {
        throw new AssertionError("nothing may be settled");
    }

    private void beginProbe(PlanFile plan) {
        try (FileJournal journal = new RunJournal(directory, plan).open(false, settled -> {})) {
            journal.append(new Event.Intended(StageName.ASSESS, Samples.NOON, PROBE, Map.of()));
        }
    }

    private PlanFile planTo(String target) throws IOException {
        PlanFile plan = plan(3306, 2);
        String text = Files.readString(plan.file()).replace("shop.example.com", target);
        return new PlanReader().read(Files.writeString(plan.file(), text));
    }

    @Test
    void doesNotBeginWhereARunMustHaveBegun() throws IOException {
        PlanFile plan = plan(3306, 2);

        assertThatThrownBy(() -> new RunJournal(directory, plan).open(true, settled -> {}))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(directory.toString());
        assertThat(directory.root()).doesNotExist();
    }

    private void begin(PlanFile plan, StageName stage) {
        try (FileJournal journal = new RunJournal(directory, plan).open(false, settled -> {})) {
            journal.append(new Event.Started(stage, Samples.NOON));
        }
    }

    private PlanFile plan(int port, int threads) throws IOException {
        String text = """
                version: 1
                name: shop
                source:
                  host: db1
                  port: %d
                  user: migrate
                  password: { env: SOURCE_PASSWORD }
                  replication: { host: db1, user: repl, password: { env: REPL_PASSWORD } }
                target:
                  kind: flexible-server
                  host: shop.example.com
                  user: admin1
                  password: { env: TARGET_PASSWORD }
                dump: { threads: %d }
                """.formatted(port, threads);
        return new PlanReader().read(Files.writeString(temporary.resolve("plan.yaml"), text));
    }
}
