package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.process.Command;
import io.flexmigrate.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTableTest {

    private static final Path SCRIPT = Path.of("scripts", "chaos").toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void countsWhatCameByHarmAndStage() throws IOException, InterruptedException {
        Path file = Files.write(
                directory.resolve("matrix.txt"),
                List.of(
                        Harm.CRASH_SOURCE + " after LOAD started#1: done after 1 resumes of 9 harms",
                        Harm.CRASH_SOURCE + " after LOAD intended load#2: done after 1 resumes of 9 harms",
                        Harm.CRASH_SOURCE + " after CUT_OVER reached OPEN money#1: done after 3 resumes of 9 harms",
                        Harm.KILL_MIGRATE + " before DUMP observed command#1: did not come",
                        Harm.KILL_MIGRATE + " before FINISH started#1: done after 0 resumes of 1 harms"));
        List<String> lines = new ArrayList<>();

        int exit = ProcessRunner.real()
                .run(
                        new Command(List.of(SCRIPT.toString(), "table", file.toString()), directory, Map.of()),
                        Duration.ofSeconds(30),
                        lines::add);

        assertThat(lines)
                .containsExactly(
                        "| harm | ASSESS | PREPARE | DUMP | LOAD | ACCOUNTS | LINK | CATCH_UP | VERIFY | CUT_OVER | FINISH | did not come |",
                        "|---|---|---|---|---|---|---|---|---|---|---|---|",
                        "| kill -9 source |  |  |  | 2 |  |  |  |  | 1 |  |  |",
                        "| kill -9 migrate |  |  |  |  |  |  |  |  |  | 1 | 1 |",
                        "",
                        "4 cells");
        assertThat(exit).isZero();
    }
}
