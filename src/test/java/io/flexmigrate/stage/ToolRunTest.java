package io.flexmigrate.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.mydumper.DumpLog;
import io.flexmigrate.process.Command;
import io.flexmigrate.process.ProcessRunner;
import io.flexmigrate.process.RunningProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ToolRunTest {

    private static final String FULL =
            "** (mydumper:7): CRITICAL **: 16:51:52.000: Couldn't write data to a file: No space left on device";

    private final List<String> logged = new ArrayList<>();

    @Test
    void takesExitCodeZeroWithoutErrorsForSuccess() throws InterruptedException {
        ToolRun run = ended(0, "** Message: 16:51:52.000: Finished dump");

        assertThatCode(() -> run.requireSuccess("logs/mydumper.log")).doesNotThrowAnyException();
        assertThat(logged).containsExactly("** Message: 16:51:52.000: Finished dump");
    }

    @Test
    void takesExitCodeZeroWithErrorsForAFailure() throws InterruptedException {
        StageFailedException failure = failureOf(ended(0, "** (mydumper:7): CRITICAL **: 16:51:52.000: lost a table"));

        assertThat(failure).hasMessage("mydumper reported errors. It said: lost a table");
        assertThat(failure.remedy()).isEqualTo("See its whole output in logs/mydumper.log.");
    }

    @Test
    void saysItsLastLinesWhenItNamedNoError() throws InterruptedException {
        StageFailedException failure = failureOf(ended(139, "one", "two", "three", "four", "five", "six"));

        assertThat(failure).hasMessage("mydumper ended with exit code 139. It said: two | three | four | five | six");
    }

    @Test
    void saysThatItSaidNothing() throws InterruptedException {
        assertThat(failureOf(ended(1))).hasMessage("mydumper ended with exit code 1. It said nothing.");
    }

    @Test
    void knowsWhatToDoAboutAFullDisk() throws InterruptedException {
        assertThat(failureOf(ended(1, FULL)).remedy()).contains("Free some space", "--work-dir");
    }

    @Test
    void seesThatTheSnapshotStands() throws InterruptedException {
        assertThat(ended(0, "** Message: 16:51:52.000: Thread 1 connected").snapshotStands())
                .isFalse();
        assertThat(ended(0, "** Message: 16:51:52.000: Non-InnoDB dump complete, unlocking tables")
                        .snapshotStands())
                .isTrue();
    }

    private static StageFailedException failureOf(ToolRun run) {
        StageFailedException failure =
                catchThrowableOfType(StageFailedException.class, () -> run.requireSuccess("logs/mydumper.log"));
        assertThat(failure).isNotNull();
        return failure;
    }

    private ToolRun ended(int exitCode, String... output) throws InterruptedException {
        ProcessRunner runner = (command, lines) -> {
            List.of(output).forEach(lines);
            return new Ended(exitCode);
        };
        Command command = new Command(List.of("mydumper"), Path.of("/"), Map.of());
        ToolRun run = ToolRun.start("mydumper", runner, command, logged::add, DumpLog::read);
        assertThat(run.ends(Duration.ZERO)).isTrue();
        return run;
    }

    private record Ended(int exitCode) implements RunningProcess {

        @Override
        public OptionalInt await(Duration timeout) {
            return OptionalInt.of(exitCode);
        }

        @Override
        public void pause() {
            // because it has ended
        }

        @Override
        public void proceed() {
            // because it has ended
        }

        @Override
        public void close() {
            // because it has ended
        }
    }
}
