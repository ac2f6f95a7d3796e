package io.flexmigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flexmigrate.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PredictionsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final RunLabel RUN = Samples.run(NOON);

    private final List<Event> events = new ArrayList<>(List.of(new Event.Started(StageName.DUMP, NOON)));

    private void sample(int second, long done) {
        Advance advance = new Advance(done, 1_000, 0, 0, 0, 3, "");
        events.add(new Event.Observed(
                StageName.DUMP, NOON.plusSeconds(second), Observation.DUMP_PROGRESS.what(), advance.values()));
    }

    private void produced(int second) {
        events.add(new Event.Produced(StageName.DUMP, NOON.plusSeconds(second), Samples.dumped()));
    }

    private Status status() {
        return Status.of(RUN, Progress.of(events), NOON.plusSeconds(500), true);
    }

    private Optional<Pace> pace() {
        return status().stages().stream()
                .filter(stage -> stage.stage() == StageName.DUMP)
                .findFirst()
                .flatMap(Status.StageStatus::pace);
    }

    @Test
    void standBesideWhatCame() {
        for (int second = 0; second <= 100; second++) {
            sample(second, second * 10L);
        }
        produced(120);

        assertThat(status().predictions())
                .extracting(Prediction::percent, Prediction::left, Prediction::took, Prediction::error)
                .containsExactly(
                        tuple(25, Duration.ofSeconds(75), Duration.ofSeconds(95), Duration.ofSeconds(20)),
                        tuple(50, Duration.ofSeconds(50), Duration.ofSeconds(70), Duration.ofSeconds(20)),
                        tuple(75, Duration.ofSeconds(25), Duration.ofSeconds(45), Duration.ofSeconds(20)));
    }

    @Test
    void areNoneWhileTheWorkGoesOn() {
        for (int second = 0; second <= 60; second++) {
            sample(second, second * 10L);
        }

        assertThat(status().predictions()).isEmpty();
        assertThat(pace().orElseThrow().percent()).contains(60);
        assertThat(pace().orElseThrow().left().orElseThrow().likely()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void areForgottenWhenTheWorkWasInterrupted() {
        for (int second = 0; second <= 60; second++) {
            sample(second, second * 10L);
        }
        for (int second = 200; second <= 240; second++) {
            sample(second, 600 + (second - 200) * 10L);
        }
        produced(240);

        assertThat(status().predictions()).extracting(Prediction::percent).containsExactly(75);
    }

    @Test
    void areThoseOfTheLastAttempt() {
        for (int second = 0; second <= 60; second++) {
            sample(second, second * 10L);
        }
        events.add(new Event.Failed(StageName.DUMP, NOON.plusSeconds(61), "no space"));
        assertThat(pace()).isEmpty();
        events.add(new Event.Started(StageName.DUMP, NOON.plusSeconds(62)));
        assertThat(pace()).isEmpty();
        produced(63);

        assertThat(status().predictions()).isEmpty();
    }
}
