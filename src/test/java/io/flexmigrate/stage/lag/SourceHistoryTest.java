package io.flexmigrate.stage.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SourceHistoryTest {

    private final SourceHistory history = new SourceHistory();

    private static Duration second(int second) {
        return Duration.ofSeconds(second);
    }

    @Test
    void takesTheSourceToHaveMovedEvenlyBetweenTwoLooks() {
        history.add(1000, second(-100));
        history.add(3000, second(0));

        assertThat(history.leftAt(1500)).contains(second(-75));
    }

    @Test
    void knowsThatAQuietSourceStayedUntilItWasSeenElsewhere() {
        history.add(1000, second(0));
        history.add(1000, second(10));
        history.add(1100, second(12));

        assertThat(history.leftAt(1000)).contains(second(12));
        assertThat(history.leftAt(1050)).contains(second(11));
    }

    @Test
    void cannotTellWhenItLeavesWhereItStandsNorWhatWasBefore() {
        history.add(1000, second(0));

        assertThat(history.leftAt(1000)).isEmpty();
        assertThat(history.leftAt(2000)).isEmpty();
        assertThat(history.leftAt(500)).isEmpty();
    }
}
