package io.flexmigrate.stage.lag;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.stage.lag.RetentionForecast.ClosedFile;
import io.flexmigrate.stage.lag.RetentionForecast.Danger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionForecastTest {

    private static final Duration KEPT = Duration.ofHours(12);
    private static final Duration NOW = Duration.ofHours(10);

    /** Two files, the second of them written in a short time. */
    private static final List<ClosedFile> FILES = List.of(
            new ClosedFile("b.000001", 1_000_000, Duration.ZERO),
            new ClosedFile("b.000002", 50_000_000, Duration.ofHours(1)));

    private static Optional<Danger> danger(long applied, long perSecond) {
        return new RetentionForecast(KEPT, NOW, applied, perSecond).danger(FILES);
    }

    @Test
    void seesNoneWhereTheTargetIsFastEnough() {
        assertThat(danger(0, 10_000)).isEmpty();
    }

    @Test
    void seesTheFileThatTheTargetReachesTooLate() {
        Danger danger = danger(900_000, 2_000).orElseThrow();

        assertThat(danger.file().name()).isEqualTo("b.000002");
        assertThat(danger.purgedIn()).isEqualTo(Duration.ofHours(3));
        assertThat(danger.passedIn()).contains(Duration.ofSeconds(24_550));
    }

    @Test
    void warnsAlreadyWhereItIsClose() {
        assertThat(danger(1_000_000, 6_000)).isPresent(); // 2.3 h of 3 h
        assertThat(danger(1_000_000, 8_000)).isEmpty(); // 1.7 h of 3 h
    }

    @Test
    void seesTheFirstWhenTheTargetDoesNotGetOn() {
        Danger danger = danger(500, 0).orElseThrow();

        assertThat(danger.file().name()).isEqualTo("b.000001");
        assertThat(danger.passedIn()).isEmpty();
    }

    @Test
    void doesNotMindAFileThatTheTargetHasPassed() {
        assertThat(danger(50_000_000, 0)).isEmpty();
    }
}
