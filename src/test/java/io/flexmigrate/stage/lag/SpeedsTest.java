package io.flexmigrate.stage.lag;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.LagSample.Flow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpeedsTest {

    private final Speeds speeds = new Speeds();

    @Test
    void tellsHowFastBothMoveAndHowFarTheyAreApart() {
        for (int second = 0; second <= 10; second++) {
            speeds.add(Duration.ofSeconds(second), 1_000_000 + 100L * second, 300L * second);
        }

        assertThat(speeds.flow()).contains(new Flow(998_000, 100, 300));
    }

    @Test
    void saysNothingAfterASecond() {
        speeds.add(Duration.ofSeconds(0), 100, 0);
        speeds.add(Duration.ofSeconds(1), 200, 0);

        assertThat(speeds.flow()).isEmpty();
    }

    @Test
    void forgetsWhatWasMoreThanAMinuteAgo() {
        speeds.add(Duration.ofSeconds(0), 0, 0);
        for (int second = 100; second <= 160; second++) {
            speeds.add(Duration.ofSeconds(second), 1_000_000 + second, 0);
        }

        assertThat(speeds.flow().orElseThrow().written()).isEqualTo(1);
    }
}
