package io.flexmigrate.stage.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeatLooksTest {

    private static List<Long> looks(long lagMillis) {
        BeatLooks looks = new BeatLooks();
        looks.begin(Duration.ZERO, Duration.ofMillis(lagMillis));
        List<Long> times = new ArrayList<>();
        for (long millis = 0; !looks.areOver(Duration.ofMillis(millis)); millis++) {
            if (looks.isDue(Duration.ofMillis(millis))) {
                looks.looked(Duration.ofMillis(millis));
                times.add(millis);
            }
        }
        return times;
    }

    @Test
    void areCloseAfterTheWritingWhenThatIsWhereTheNumberCame() {
        assertThat(looks(0)).startsWith(8L, 16L, 28L).hasSizeLessThan(10);
    }

    @Test
    void areCloseAroundTheTimeWhereItIsExpected() {
        assertThat(looks(900)).startsWith(888L, 896L, 908L).hasSizeLessThan(10);
    }
}
