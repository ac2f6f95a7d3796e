package io.flexmigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventHistoryTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static Event event(int second) {
        return new Event.Started(StageName.LOAD, NOON.plusSeconds(second));
    }

    @Test
    void showsEachListOnlyWhatWasThere() {
        EventHistory history = new EventHistory(List.of(event(0)));
        List<Event> one = history.soFar();
        for (int second = 1; second < 1_000; second++) {
            history.add(event(second));
        }

        assertThat(one).containsExactly(event(0));
        assertThat(history.soFar())
                .hasSize(1_000)
                .startsWith(event(0), event(1))
                .endsWith(event(999));
    }

    @Test
    void isChangedThroughNoList() {
        EventHistory history = new EventHistory(List.of());
        List<Event> list = history.soFar();

        assertThatThrownBy(() -> list.add(event(0))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> list.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void keepsWhatSeveralThreadsAdd() throws InterruptedException {
        EventHistory history = new EventHistory(List.of());
        Runnable thousand = () -> {
            for (int second = 0; second < 1_000; second++) {
                history.add(event(second));
                assertThat(history.soFar()).doesNotContainNull();
            }
        };
        Thread other = new Thread(thousand);
        other.start();
        thousand.run();
        other.join();

        assertThat(history.soFar()).hasSize(2_000).doesNotContainNull();
    }
}
