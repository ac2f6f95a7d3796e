package io.flexmigrate.stage.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.ClientView;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SightingsTest {

    private final Sightings sightings = new Sightings();

    private void answered(long... millis) {
        for (long at : millis) {
            sightings.answered(Duration.ofMillis(at));
        }
    }

    @Test
    void tellsTheLongestGapAndTheUsualOne() {
        answered(5, 15, 25, 125, 135);

        ClientView view = sightings.view(Duration.ofMillis(140));

        assertThat(view.longestGap()).isEqualTo(Duration.ofMillis(100));
        assertThat(view.usualGap()).isEqualTo(Duration.ofMillis(10));
        assertThat(view.errors()).isZero();
        assertThat(view.words()).isEmpty();
    }

    @Test
    void countsAWaitThatHasNotEnded() {
        answered(10, 20);

        assertThat(sightings.view(Duration.ofSeconds(5)).longestGap()).isEqualTo(Duration.ofMillis(4_980));
    }

    @Test
    void tellsEachErrorOnceAndHowOften() {
        sightings.failed("refused");
        sightings.failed("gone");
        sightings.failed("refused");

        ClientView view = sightings.view(Duration.ZERO);

        assertThat(view.errors()).isEqualTo(3);
        assertThat(view.words()).isEqualTo("2 x refused; 1 x gone");
    }

    @Test
    void countsMoreErrorsThanItNames() {
        for (int number = 0; number < 20; number++) {
            sightings.failed("error " + number);
        }

        assertThat(sightings.view(Duration.ZERO).errors()).isEqualTo(20);
        assertThat(sightings.view(Duration.ZERO).words().split("; ", -1)).hasSize(5);
    }
}
