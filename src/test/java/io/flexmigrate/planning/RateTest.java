package io.flexmigrate.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.Forecast;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    private final Rate rate = new Rate(10, 20, "measured");

    @Test
    void givesARangeOfTimes() {
        assertThat(rate.longest(100)).isEqualTo(Duration.ofSeconds(10));
        assertThat(rate.shortest(100)).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void takesNoTimeForNothing(double bytes) {
        assertThat(rate.longest(bytes)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e19, 1e300, Double.MAX_VALUE, Double.POSITIVE_INFINITY})
    void neverTakesLongerThanWithoutEnd(double bytes) {
        assertThat(rate.longest(bytes)).isEqualTo(Forecast.ENDLESS);
    }

    @Test
    void hasNoEndAtRateZero() {
        Rate still = new Rate(0, 0, "nothing");

        assertThat(still.longest(1)).isEqualTo(Forecast.ENDLESS);
        assertThat(still.longest(0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "2, 1", "NaN, 1", "1, NaN", "1, Infinity"})
    void refusesWhatIsNoRange(double slowest, double fastest) {
        assertThatThrownBy(() -> new Rate(slowest, fastest, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
