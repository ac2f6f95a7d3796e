package io.flexmigrate.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mydumper.DumpLog;
import io.flexmigrate.process.Command;
import io.flexmigrate.process.RunningProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final String STANDS = "** Message: 16:51:52.000: Non-InnoDB dump complete, unlocking tables";

    private final List<String> done = new ArrayList<>();
    private final ToolRun tool = tool(STANDS);
    private long running;
    private Duration time = Duration.ZERO;

    @Test
    void doesNothingWithoutBounds() throws InterruptedException {
        Throttle throttle = throttle(0, 0);
        running = 1000;

        lookEachSecond(throttle, 10, 1_000_000);

        assertThat(done).isEmpty();
    }

    @Test
    void stopsTheToolWhileTheSourceIsBusy() throws InterruptedException {
        Throttle throttle = throttle(8, 0);
        running = 8;
        throttle.look(tool, 0);
        assertThat(throttle.isPaused()).isFalse();

        running = 9;
        throttle.look(tool, 0);
        assertThat(throttle.isPaused()).isTrue();
        throttle.look(tool, 0);
        running = 8;
        throttle.look(tool, 0);

        assertThat(throttle.isPaused()).isFalse();
        assertThat(done).containsExactly("pause", "proceed");
    }

    @Test
    void letsAStoppedToolBreatheEveryTenSeconds() throws InterruptedException {
        Throttle throttle = throttle(8, 0);
        running = 9;

        lookEachSecond(throttle, 21, 0);

        assertThat(done).containsExactly("pause", "proceed", "sleep 50", "pause", "proceed", "sleep 50", "pause");
        assertThat(throttle.isPaused()).isTrue();
    }

    @Test
    void neverStopsAToolThatMayHoldLocks() throws InterruptedException {
        Throttle throttle = throttle(8, 10);
        running = 9;
        throttle.look(tool("** Message: 16:51:52.000: Thread 1 connected"), 1_000_000);

        assertThat(done).isEmpty();
    }

    @Test
    void keepsTheRateOverTime() throws InterruptedException {
        Throttle throttle = throttle(0, 100);
        long bytes = 0;
        for (int second = 0; second < 200; second++) {
            throttle.look(tool, bytes);
            bytes += throttle.isPaused() ? 0 : 450;
            time = time.plusSeconds(1);
        }

        assertThat(bytes / 200.0).isBetween(95.0, 106.0);
        assertThat(done).contains("pause", "proceed");
    }

    @Test
    void countsWhatWasWrittenBeforeItsFirstLook() throws InterruptedException {
        Throttle throttle = throttle(0, 100);
        time = Duration.ofSeconds(1);

        throttle.look(tool, 101);

        assertThat(throttle.isPaused()).isTrue();
    }

    @Test
    void doesNotLetMuchMoreThroughAfterAQuietTime() throws InterruptedException {
        Throttle throttle = throttle(0, 100);
        lookEachSecond(throttle, 100, 0);

        throttle.look(tool, 199);
        assertThat(throttle.isPaused()).isFalse();
        throttle.look(tool, 1000);

        assertThat(throttle.isPaused()).isTrue();
    }

    private void lookEachSecond(Throttle throttle, int looks, long bytesEach) throws InterruptedException {
        for (int look = 0; look < looks; look++) {
            throttle.look(tool, look * bytesEach);
            time = time.plusSeconds(1);
        }
    }

    private Throttle throttle(long maxRunning, long maxRate) {
        return new Throttle(
                () -> running, maxRunning, maxRate, () -> time, length -> done.add("sleep " + length.toMillis()));
    }

    private ToolRun tool(String line) {
        return ToolRun.start(
                "mydumper",
                (command, lines) -> new Pausable(lines, line),
                new Command(List.of("mydumper"), Path.of("/"), Map.of()),
                text -> {},
                DumpLog::read);
    }

    /** Runs for ever and remembers what was done to it. */
    private final class Pausable implements RunningProcess {

        Pausable(Consumer<String> lines, String line) {
            lines.accept(line);
        }

        @Override
        public OptionalInt await(Duration timeout) {
            return OptionalInt.empty();
        }

        @Override
        public void pause() {
            done.add("pause");
        }

        @Override
        public void proceed() {
            done.add("proceed");
        }

        @Override
        public void close() {
            done.add("close");
        }
    }
}
