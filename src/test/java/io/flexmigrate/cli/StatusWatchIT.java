package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.JournalHeader;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.testing.RunSamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program in a real terminal, looking on while this process works on a run. */
class StatusWatchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<Event> LOADING = RunSamples.loading();

    @Test
    void redrawsItsBlockInPlaceAtAnyWidthUntilTheRunEnds(@TempDir Path directory) throws Exception {
        Path plan = Files.copy(Path.of("plans", "demo.yaml"), directory.resolve("plan.yaml"));
        RunDirectory run = new RunDirectory(directory.resolve("work"));
        try (FileJournal journal =
                        FileJournal.create(run, JournalHeader.of("0.1.0", "run-1", Instant.now(), Map.of()));
                Tmux terminal = Tmux.start(directory, 80, 24, watching(plan, run))) {
            LOADING.forEach(journal::append);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(terminal.shown())
                            .containsOnlyOnce("-- demo running")
                            .containsOnlyOnce("[>] LOAD")
                            .contains("% "));
            assertThat(terminal.lines()).allMatch(line -> line.length() <= 80);

            for (int columns : List.of(160, 120)) {
                terminal.resize(columns, 40);
                await().atMost(PATIENCE).untilAsserted(() -> {
                    assertThat(terminal.shownEver())
                            .containsOnlyOnce("-- demo")
                            .containsOnlyOnce("[>] LOAD")
                            .contains("-".repeat(columns - 90));
                    assertThat(terminal.cursor()).isEqualTo("0,0");
                });
            }
            // what a low terminal pushes out at its top when it becomes narrow is beyond the reach of any program
            terminal.resize(50, 24);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(terminal.lines())
                            .filteredOn(line -> line.contains("-- demo") || line.contains("[>] LOAD"))
                            .hasSize(2)
                            .allMatch(line -> line.endsWith("...")));
            terminal.resize(100, 24);
            journal.append(new Event.Failed(StageName.LOAD, Instant.now(), "the \u001b[2Jdisk"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(terminal.shown())
                            .contains(" LOAD failed after ")
                            .contains(": the \\u001b[2Jdisk"));
            journal.close();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(terminal.shown())
                            .contains("Next: Put the cause of the failure right")
                            .doesNotContain("-- demo")
                            .contains("ended with 0"));
        }
    }

    @Test
    void givesTheTerminalBackBeforeItSaysThatItStops(@TempDir Path directory) throws Exception {
        Path plan = Files.copy(Path.of("plans", "demo.yaml"), directory.resolve("plan.yaml"));
        RunDirectory run = new RunDirectory(directory.resolve("work"));
        try (FileJournal journal =
                        FileJournal.create(run, JournalHeader.of("0.1.0", "run-1", Instant.now(), Map.of()));
                Tmux terminal = Tmux.start(directory, 80, 24, watching(plan, run))) {
            LOADING.forEach(journal::append);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(terminal.shown()).contains("Ctrl-C ends"));
            terminal.type("C-c");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(terminal.shown().strip())
                            .isEqualTo("Stopping ...\nNo longer looked at; the run itself goes on.\nended with 130"));
            terminal.type("seen");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(terminal.shown()).contains("seen"));
        }
    }

    private static String watching(Path plan, RunDirectory run) {
        return String.join(
                " ",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "'",
                Main.class.getName(),
                "status --watch '" + plan + "' --work-dir '" + run.root() + "'");
    }
}
