package io.flexmigrate.stage.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokensTest {

    private Duration now = Duration.ZERO;

    @Test
    void givesWhatWasSavedUpAndThenNoMoreThanTheAverage() {
        Tokens tokens = new Tokens(1, 4, () -> now);
        int given = 0;
        for (int tenth = 0; tenth < 1000; tenth++) {
            now = Duration.ofMillis(100L * tenth);
            given += tokens.take(2) ? 2 : 0;
        }

        assertThat(given).isBetween(100, 104);
    }

    @Test
    void savesUpNoMoreThanTheMost() {
        Tokens tokens = new Tokens(5, 10, () -> now);
        now = Duration.ofHours(1);

        assertThat(tokens.take(10)).isTrue();
        assertThat(tokens.take(1)).isFalse();
    }

    @Test
    void letsLaterQuestionsWaitForOneThatCouldNot() {
        Tokens tokens = new Tokens(1, 2, () -> now);
        tokens.spend(3);
        tokens.spend(1);
        now = Duration.ofSeconds(2);

        assertThat(tokens.take(1)).isFalse();
        now = Duration.ofSeconds(3);
        assertThat(tokens.take(1)).isTrue();
    }
}
