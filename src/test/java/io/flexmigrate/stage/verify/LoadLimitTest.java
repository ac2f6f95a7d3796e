package io.flexmigrate.stage.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.time.Pause;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class LoadLimitTest {

    private final List<String> told = new ArrayList<>();
    private int pauses;
    private final Pause pause = duration -> pauses++;

    private static LongSupplier running(Long... answers) {
        Deque<Long> left = new ArrayDeque<>(List.of(answers));
        return left::remove;
    }

    @Test
    void waitsAsLongAsTooManyThreadsRunAndSaysSoOnce() {
        LoadLimit limit = new LoadLimit(4, pause, told::add);

        limit.standAside(running(5L, 9L, 4L));
        limit.standAside(running(1L));

        assertThat(pauses).isEqualTo(2);
        assertThat(told)
                .containsExactly(
                        "More than 4 threads run on the source (verify.max_load): the comparison waits.",
                        "The comparison goes on.");
    }

    @Test
    void asksNobodyWithoutALimit() {
        new LoadLimit(0, pause, told::add).standAside(running());
        LoadLimit.none().standAside(running());

        assertThat(told).isEmpty();
        assertThat(new LoadLimit(0, pause, told::add).isExceededBy(running())).isFalse();
    }

    @Test
    void endsWithItsThread() {
        Pause interrupted = duration -> {
            throw new InterruptedException();
        };

        new LoadLimit(1, interrupted, told::add).standAside(() -> 2);

        assertThat(Thread.interrupted()).isTrue();
    }
}
