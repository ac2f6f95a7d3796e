package io.flexmigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTest {

    private static final RunLabel RUN = Samples.RUN;
    private static final Event STARTED = new Event.Started(StageName.LOAD, at(0));
    private static final Event FAILED = new Event.Failed(StageName.LOAD, at(7), "myloader ended with 1");

    private static Instant at(long seconds) {
        return Samples.NOON.plusSeconds(seconds);
    }

    private static Status status(boolean running, Event... events) {
        return Status.of(RUN, Progress.of(List.of(events)), at(60), running);
    }

    private static Event reached(String step, Map<String, String> details) {
        return new Event.Reached(StageName.CUT_OVER, at(1), Step.of(step), details);
    }

    private static Event observed(Observation observation, String value) {
        return new Event.Observed(StageName.CATCH_UP, at(1), observation.what(), Map.of(observation.key(), value));
    }

    @Test
    void waitsBeforeItHasBegun() {
        Status status = status(false);

        assertThat(status.outlook()).isEqualTo(Outlook.WAITING);
        assertThat(status.stages()).extracting(Status.StageStatus::stage).containsExactly(StageName.values());
        assertThat(status.current().map(Status.StageStatus::stage)).contains(StageName.ASSESS);
    }

    @Test
    void tellsNoTimeBelowZeroWhereTheReadersClockWasPutBack() {
        Progress progress =
                Progress.of(List.of(STARTED, new Event.Observed(StageName.LOAD, at(90), "looked", Map.of())));

        assertThat(Status.of(RUN, progress, at(-3600), true).stages())
                .extracting(Status.StageStatus::duration)
                .contains(Optional.of(Duration.ofSeconds(90)));
    }

    @Test
    void tellsHowARunStands() {
        assertThat(status(true, STARTED).outlook()).isEqualTo(Outlook.RUNNING);
        assertThat(status(false, STARTED).outlook()).isEqualTo(Outlook.INTERRUPTED);
        assertThat(status(false, STARTED, FAILED).outlook()).isEqualTo(Outlook.FAILED);
        assertThat(status(false, STARTED, FAILED, STARTED).outlook()).isEqualTo(Outlook.INTERRUPTED);
        assertThat(status(false, STARTED, new Event.Confirmed(StageName.LOAD, at(1)))
                        .outlook())
                .isEqualTo(Outlook.WAITING);
        assertThat(status(false, new Event.Started(StageName.CUT_OVER, at(0)), reached("UNCERTAIN", Map.of()))
                        .outlook())
                .isEqualTo(Outlook.UNCERTAIN);
    }

    @Test
    void aHookThatFailsAfterwardsChangesNothingOfIt() {
        Event done = new Event.Confirmed(StageName.LOAD, at(5));
        Event warning = new Event.Observed(
                StageName.LOAD, at(50), Observation.WARNING.what(), Map.of(Observation.WARNING.key(), "not told"));

        assertThat(status(false, STARTED, FAILED, warning).outlook()).isEqualTo(Outlook.FAILED);
        assertThat(status(false, STARTED, done, warning).stages())
                .filteredOn(stage -> stage.stage() == StageName.LOAD)
                .singleElement()
                .satisfies(load -> assertThat(load.duration()).contains(Duration.ofSeconds(5)));
    }

    @Test
    void isFinishedWhenEveryStageIsDone() {
        Event[] all = Arrays.stream(StageName.values())
                .map(stage -> new Event.Confirmed(stage, at(1)))
                .toArray(Event[]::new);

        assertThat(status(false, all).outlook()).isEqualTo(Outlook.FINISHED);
        assertThat(status(false, all).current()).isEmpty();
    }

    @Test
    void measuresTheLastAttempt() {
        assertThat(load(status(true, STARTED)).duration()).contains(Duration.ofSeconds(60));
        assertThat(load(status(false, STARTED, FAILED)).duration()).contains(Duration.ofSeconds(7));
        assertThat(load(status(false, STARTED, FAILED, new Event.Started(StageName.LOAD, at(50))))
                        .duration())
                .contains(Duration.ZERO);
        assertThat(load(status(false, STARTED, FAILED, STARTED)).attempts()).isEqualTo(2);
    }

    private static Status.StageStatus load(Status status) {
        return status.stages().stream()
                .filter(stage -> stage.stage() == StageName.LOAD)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hasNoNumbersBeforeTheyAreKnown() {
        Status.Numbers numbers = status(true).numbers();

        assertThat(Stream.of(
                        numbers.coordinates(),
                        numbers.rows(),
                        numbers.lag(),
                        numbers.sourceLocked(),
                        numbers.predictedPause(),
                        numbers.pause()))
                .allSatisfy(number -> assertThat(number).isEmpty());
    }

    @Test
    void takesNumbersFromObservationsWhileAStageWorks() {
        Status.Numbers numbers = status(
                        true,
                        observed(Observation.LAG, "PT3S"),
                        observed(Observation.LAG, "PT1.5S"),
                        observed(Observation.SOURCE_LOCKED, "PT0.04S"),
                        observed(Observation.PREDICTED_PAUSE, "PT0.07S"),
                        observed(Observation.LAG, "no duration"))
                .numbers();

        assertThat(numbers.lag()).contains(Duration.ofMillis(1500));
        assertThat(numbers.sourceLocked()).contains(Duration.ofMillis(40));
        assertThat(numbers.predictedPause()).contains(Duration.ofMillis(70));
    }

    @Test
    void takesNumbersFromFactsOnceTheyAreThere() {
        Event[] produced = Samples.facts().stream()
                .map(fact -> new Event.Produced(Samples.producerOf(fact), at(1), fact))
                .toArray(Event[]::new);
        Status status = status(false, produced);

        assertThat(status.numbers().coordinates()).contains(Samples.COORDINATES);
        assertThat(status.numbers().rows()).contains(Long.MAX_VALUE);
        assertThat(status.numbers().lag()).contains(Duration.ofNanos(1));
        assertThat(status.numbers().sourceLocked()).contains(Duration.ofMillis(43));
        assertThat(status.numbers().predictedPause()).contains(Duration.ofMillis(71));
        assertThat(status.numbers().pause()).contains(Duration.ofMillis(64));
        assertThat(status.findings()).isEqualTo(Samples.assessed().findings());
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryStepOfTheCutOver(CutOverStep step) {
        Status status = status(true, reached(step.name(), Map.of("a", "b")), reached("drop-guard", Map.of()));

        assertThat(status.cutOver()).containsExactly(new Status.ReachedStep(step, at(1), Map.of("a", "b")));
    }

    @Test
    void takesNoStepOfAnotherStageForACutOver() {
        assertThat(CutOverStep.of(new Event.Reached(StageName.FINISH, at(1), Step.of("DONE"), Map.of())))
                .isEmpty();
    }

    @Test
    void keepsWarningsAndTheLastFailure() {
        Status status = status(false, observed(Observation.WARNING, "slow"), STARTED, FAILED, STARTED);

        assertThat(status.warnings()).containsExactly(new Status.Notice(StageName.CATCH_UP, at(1), "slow"));
        assertThat(status.lastFailure()).contains(new Status.Notice(StageName.LOAD, at(7), "myloader ended with 1"));
    }
}
