package io.flexmigrate.process;

import static java.util.Collections.synchronizedList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets what is not set here
class PausedProcessIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final List<String> lines = synchronizedList(new ArrayList<>());

    @TempDir
    private Path directory;

    @Test
    void pausesAProgramWithAllThatItStartedAndHasItProceed() {
        try (RunningProcess process = start("echo $$; sh -c 'echo $$; while :; do sleep 0.01; done' & wait")) {
            await().atMost(LONG).until(() -> lines.size() == 2);

            for (int time = 0; time < 3; time++) {
                process.pause();
                // D is a shell that just started a program, vfork(2): it waits for one that was stopped before it began
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(lines)
                                .allSatisfy(pid ->
                                        assertThat(LiveProcess.state(pid)).isIn("T", "D")));
                process.proceed();
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(lines)
                                .allSatisfy(pid ->
                                        assertThat(LiveProcess.state(pid)).isIn("S", "R")));
            }
        }
        lines.forEach(LiveProcess::assertIsGone);
    }

    @Test
    void killsAProgramThatIsPaused() throws InterruptedException {
        RunningProcess process = start("echo $$; exec sleep 1000");
        await().atMost(LONG).until(() -> !lines.isEmpty());
        process.pause();
        await().atMost(LONG).until(() -> LiveProcess.state(lines.get(0)).equals("T"));

        process.close();

        assertThat(process.await(LONG)).isEqualTo(OptionalInt.of(137));
        LiveProcess.assertIsGone(lines.get(0));
    }

    @Test
    void doesNothingToAProgramThatHasEnded() throws InterruptedException {
        try (RunningProcess process = start("exit 6")) {
            process.await(LONG);
            process.pause();
            process.proceed();

            assertThat(process.await(LONG)).isEqualTo(OptionalInt.of(6));
        }
    }

    @Test
    void pausesAProgramThatHasOnlyJustBegun() throws InterruptedException {
        for (int time = 0; time < 20; time++) {
            try (RunningProcess process = start("exit 7")) {
                process.pause();
                process.proceed();

                assertThat(process.await(LONG)).isEqualTo(OptionalInt.of(7));
            }
        }
    }

    private RunningProcess start(String script) {
        Command command = new Command(List.of("sh", "-c", script), directory, Map.of());
        return ProcessRunner.real().start(command, lines::add);
    }
}
