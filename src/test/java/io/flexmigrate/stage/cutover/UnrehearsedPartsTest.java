package io.flexmigrate.stage.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnrehearsedPartsTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final UnrehearsedParts EXPECTED = new UnrehearsedParts(Duration.ofMillis(10), Duration.ofMillis(20));

    private final List<Event> past = new ArrayList<>();

    private void reach(CutOverStep step, String group, int millis) {
        past.add(new Event.Reached(StageName.CUT_OVER, BEGIN.plusMillis(millis), step.step(), Map.of("group", group)));
    }

    @Test
    void areAsExpectedWhereNothingMovedYet() {
        assertThat(EXPECTED.orAsMeasured(past)).isEqualTo(EXPECTED);
    }

    @Test
    void areAsTheyWereInAnEarlierCrossingThatTookLonger() {
        reach(CutOverStep.VERIFIED, "money", 100);
        reach(CutOverStep.OPENING, "money", 150);
        reach(CutOverStep.OPEN, "money", 155);
        reach(CutOverStep.FLIPPED, "money", 185);

        assertThat(EXPECTED.orAsMeasured(past))
                .isEqualTo(new UnrehearsedParts(Duration.ofMillis(50), Duration.ofMillis(30)));
    }

    @Test
    void areAsExpectedWhereAnEarlierCrossingWasFaster() {
        reach(CutOverStep.VERIFIED, "money", 100);
        reach(CutOverStep.OPENING, "money", 101);
        reach(CutOverStep.OPEN, "money", 102);
        reach(CutOverStep.FLIPPED, "money", 103);

        assertThat(EXPECTED.orAsMeasured(past)).isEqualTo(EXPECTED);
    }

    @Test
    void doNotCountTheTimeInWhichNoProcessWasAtWork() {
        reach(CutOverStep.OPEN, "money", 100);
        past.add(new Event.Started(StageName.CUT_OVER, BEGIN.plusSeconds(600)));
        reach(CutOverStep.FLIPPED, "money", 600_100);

        assertThat(EXPECTED.orAsMeasured(past)).isEqualTo(EXPECTED);
    }

    @Test
    void doNotMixTheStepsOfTwoGroups() {
        reach(CutOverStep.OPEN, "money", 100);
        reach(CutOverStep.FLIPPED, "people", 5_000);

        assertThat(EXPECTED.orAsMeasured(past)).isEqualTo(EXPECTED);
    }

    @Test
    void keepsATenthOfThePauseOrTwiceWhatClosingTakes() {
        assertThat(EXPECTED.reserve(Duration.ofSeconds(1))).isEqualTo(Duration.ofMillis(100));
        assertThat(EXPECTED.reserve(Duration.ofMillis(150))).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void leaveTimeToCompareAfterACrossingThatWasSlow() {
        Duration budget = Duration.ofSeconds(10);

        assertThat(closing(1000).reserve(budget)).isEqualTo(Duration.ofSeconds(2));
        assertThat(closing(4000).reserve(budget)).isEqualTo(Duration.ofSeconds(5));
        assertThat(closing(8000).reserve(budget)).isEqualTo(Duration.ofSeconds(8));
    }

    private static UnrehearsedParts closing(int millis) {
        return new UnrehearsedParts(Duration.ofMillis(millis), Duration.ZERO);
    }
}
