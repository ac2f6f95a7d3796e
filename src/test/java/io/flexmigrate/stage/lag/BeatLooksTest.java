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
        assertThat(looks(0)).startsWith(4L, 8L, 14L).hasSizeLessThan(10);
    }

    @Test
    void areEvenForAWhileWhenTheTargetIsNearlyThere() {
        BeatLooks looks = new BeatLooks();
        looks.near(Duration.ZERO);
        looks.looked(Duration.ZERO);

        assertThat(looks.isDue(Duration.ofMillis(39))).isFalse();
        assertThat(looks.isDue(Duration.ofMillis(40))).isTrue();
        assertThat(looks.areNear(Duration.ofMillis(1999))).isTrue();
        assertThat(looks.areNear(Duration.ofSeconds(2))).isFalse();
    }

    @Test
    void areCloseAroundTheTimeWhereItIsExpected() {
        assertThat(looks(900)).startsWith(892L, 896L, 902L).hasSizeLessThan(10);
    }
}
