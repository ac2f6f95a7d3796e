package io.flexmigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.flexmigrate.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bound here is some twenty times what is measured on two slow cores, and far below what anything quadratic takes. */
class LongJournalTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final RunLabel RUN = Samples.run(NOON);
    private static final int SAMPLES = 100_000;

    private final Journal journal = new TransientJournal();

    @BeforeEach
    void fill() {
        journal.append(new Event.Started(StageName.LOAD, NOON));
        for (int second = 0; second < SAMPLES; second++) {
            Advance advance = new Advance(second * 100L, SAMPLES * 100L, second, SAMPLES, 0, 2, "shop.orders");
            journal.append(new Event.Observed(
                    StageName.LOAD, NOON.plusSeconds(second), Observation.LOAD_PROGRESS.what(), advance.values()));
        }
    }

    @Test
    void isReadForAStatusInNoTime() {
        Status status = assertTimeout(
                Duration.ofSeconds(10),
                () -> Status.of(RUN, Progress.of(journal.events()), NOON.plusSeconds(SAMPLES), true));

        assertThat(status.current()).isPresent();
    }

    @Test
    void isListedAgainAndAgainInNoTime() {
        long events = assertTimeout(Duration.ofSeconds(2), () -> {
            long sum = 0;
            for (int time = 0; time < SAMPLES; time++) {
                sum += journal.events().size();
            }
            return sum;
        });

        assertThat(events).isEqualTo(SAMPLES * (SAMPLES + 1L));
    }

    @Test
    void isSearchedForAStepWithoutACopy() {
        StageLog log = new StageLog(StageName.LOAD, journal, InstantSource.fixed(NOON));
        log.reach(Step.of("create-database"), Map.of());

        assertTimeout(Duration.ofSeconds(10), () -> {
            for (int time = 0; time < 100; time++) {
                assertThat(log.hasReached(Step.of("create-database"))).isTrue();
            }
        });
    }
}
