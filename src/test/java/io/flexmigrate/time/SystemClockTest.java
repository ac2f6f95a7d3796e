package io.flexmigrate.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class SystemClockTest {

    @Test
    void goesOnWhereTheLastOneEndedThoughTheWallsClockWasPutBack() throws InterruptedException {
        Instant ahead = Instant.now().plus(Duration.ofHours(1));

        InstantSource clock = SystemClock.steady(ahead);
        Instant first = clock.instant();
        Thread.sleep(2);

        assertThat(first).isBetween(ahead, ahead.plusSeconds(30));
        assertThat(clock.instant()).isAfter(first);
    }

    @Test
    void beginsWithTheWallsTimeWhereThatIsLater() {
        Instant before = Instant.now();

        assertThat(SystemClock.steady(before.minus(Duration.ofHours(1))).instant())
                .isBetween(before, before.plusSeconds(30));
    }
}
