package io.flexmigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.LagSample.Flow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LagSampleTest {

    private static Event observed(Map<String, String> values) {
        return new Event.Observed(StageName.CATCH_UP, Instant.EPOCH, Observation.LAG.what(), values);
    }

    @Test
    void isReadBackAsItWasWritten() {
        LagSample sample =
                new LagSample(Duration.ofMillis(12), true, "b.000001:4", "b.000001:4", Optional.of(new Flow(1, 2, 3)));

        assertThat(LagSample.of(observed(sample.values()))).contains(sample);
    }

    @Test
    void isReadFromAnEarlierJournalToo() {
        assertThat(LagSample.of(observed(Map.of("lag", "PT1S"))).orElseThrow().lag())
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(LagSample.of(observed(Map.of("lag", "long")))).isEmpty();
        assertThat(LagSample.of(observed(Map.of("lag", "PT1S", "bytes_behind", "many")))
                        .orElseThrow()
                        .flow())
                .isEmpty();
    }

    @Test
    void endsWhenTheDistanceIsGone() {
        assertThat(new Flow(100, 10, 20).left()).contains(Duration.ofSeconds(10));
        assertThat(new Flow(100, 20, 20).left()).isEmpty();
    }
}
