package io.flexmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.LagCurve;
import io.flexmigrate.engine.LagSample;
import io.flexmigrate.engine.LagSample.Flow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LagTextTest {

    private static String text(Duration lag, Flow flow) {
        return LagText.of(new LagSample(lag, false, "b.000001:4", "", Optional.of(flow)));
    }

    @Test
    void saysHowFastTheTargetCatchesUpAndHowLongThatTakes() {
        assertThat(text(Duration.ofMinutes(12), new Flow(720_000_000, 1_000_000, 3_100_000)))
                .isEqualTo("lag 12 min 0 s, catching up at 3.1x, about 6 min left");
    }

    @Test
    void comparesWithNothingWhereTheSourceIsQuiet() {
        assertThat(text(Duration.ofSeconds(90), new Flow(30_000_000, 75, 3_000_000)))
                .isEqualTo("lag 1 min 30 s, catching up at 3.0 MB/s, about 10 s left");
    }

    @Test
    void saysThatItNeverEnds() {
        assertThat(text(Duration.ofMinutes(12), new Flow(720_000_000, 5_100_000, 3_000_000)))
                .isEqualTo(
                        "lag 12 min 0 s, will never catch up: the source writes 5.1 MB/s, the target applies 3.0 MB/s");
    }

    @Test
    void drawsTheCurveWithItsPeak() {
        assertThat(LagText.of(new LagCurve(List.of(
                        Duration.ofSeconds(60), Duration.ofSeconds(70), Duration.ofSeconds(35), Duration.ofMillis(8)))))
                .isEqualTo("first 1 min 0 s, most 1 min 10 s, last 8 ms  ▇█▅▁");
    }

    @Test
    void drawsALongCurveInALineWithoutLosingItsPeak() {
        LagCurve curve = new LagCurve(IntStream.range(0, 5_000)
                .mapToObj(second -> Duration.ofSeconds(second == 2_500 ? 100 : 1))
                .toList());

        assertThat(LagText.of(curve))
                .contains("most 1 min 40 s")
                .containsOnlyOnce("█")
                .hasSizeLessThan(100);
        assertThat(curve.thinned(200).first()).isEqualTo(Duration.ofSeconds(1));
        assertThat(curve.thinned(200).lags()).hasSize(200);
    }
}
