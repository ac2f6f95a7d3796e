package io.flexmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Advance;
import io.flexmigrate.engine.Pace;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTextTest {

    private static Pace pace(Advance advance, Optional<Pace.Left> left) {
        return new Pace(advance, Optional.of(43), Optional.of(85_000_000L), Optional.of(1L), left);
    }

    private static Advance advance(long bytes) {
        return new Advance(bytes, 2_800_000_000L, 12_300_000, 28_000_000, 7, 20, "shop.orders");
    }

    private static Pace.Left left(int shortest, int likely, int longest) {
        return new Pace.Left(
                Duration.ofSeconds(likely),
                Duration.ofSeconds(shortest),
                longest == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(longest)));
    }

    @Test
    void tellsAllThatIsKnown() {
        assertThat(PaceText.of(pace(advance(1_200_000_000), Optional.of(left(18, 19, 20)))))
                .isEqualTo("43 % · 1.2 of 2.8 GB · 12.3 M of 28.0 M rows · 7 of 20 tables · 85.0 MB/s"
                        + " · about 19 s left · shop.orders");
    }

    @Test
    void tellsBothEndsOfAWideRange() {
        assertThat(PaceText.of(pace(advance(1_000), Optional.of(left(40, 60, 200)))))
                .contains("1.0 KB of 2.8 GB")
                .contains(" · 40 s to 4 min left · ");
    }

    @Test
    void tellsOfNoUpperEndWhereThereIsNone() {
        assertThat(PaceText.of(pace(advance(0), Optional.of(left(60, 90, 0))))).contains(" · 90 s or more left · ");
    }

    @Test
    void isSilentOfWhatIsNotKnown() {
        Advance little = new Advance(306_000_000, 0, 0, 0, 0, 0, "");
        Advance nothing = new Advance(0, 0, 0, 0, 0, 0, "");

        assertThat(PaceText.of(
                        new Pace(little, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())))
                .isEqualTo("306.0 MB");
        assertThat(PaceText.of(
                        new Pace(nothing, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())))
                .isEqualTo("under way");
    }

    @Test
    void neverShowsMoreTimeForLess() {
        long shown = -1;
        for (int second = 0; second < 200_000; second++) {
            long now = seconds(Amounts.timeLeft(Duration.ofSeconds(second)));
            assertThat(now).isGreaterThanOrEqualTo(Math.max(shown, second));
            shown = now;
        }
    }

    private static long seconds(String text) {
        String[] words = text.split(" ", -1);
        long seconds = 0;
        for (int index = 0; index < words.length; index += 2) {
            long number = Long.parseLong(words[index]);
            seconds += switch (words[index + 1]) {
                case "h" -> number * 3600;
                case "min" -> number * 60;
                default -> number;
            };
        }
        return seconds;
    }
}
