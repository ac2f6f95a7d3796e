package io.flexmigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdvanceSeriesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final long ALL = 1_000_000;

    private final AdvanceSeries series = new AdvanceSeries();

    private static Advance bytes(long done, long total) {
        return new Advance(done, total, 0, 0, 0, 3, "shop.orders");
    }

    private void add(double second, long done) {
        series.add(NOON.plusMillis((long) (second * 1000)), bytes(done, ALL));
    }

    private void steadily(int from, int to, long perSecond) {
        for (int second = from; second <= to; second++) {
            add(second, second * perSecond);
        }
    }

    private Pace pace() {
        return series.pace().orElseThrow();
    }

    private Pace.Left left() {
        return pace().left().orElseThrow();
    }

    @Test
    void knowsTheRestOfASteadyWork() {
        steadily(0, 40, 10_000);

        assertThat(pace().percent()).contains(40);
        assertThat(pace().bytesPerSecond()).contains(10_000L);
        assertThat(left())
                .isEqualTo(new Pace.Left(
                        Duration.ofSeconds(60), Duration.ofSeconds(60), Optional.of(Duration.ofSeconds(60))));
    }

    @Test
    void saysNothingOfTheEndBeforeThereIsEvidence() {
        assertThat(series.pace()).isEmpty();
        add(0, 0);
        assertThat(pace().left()).isEmpty();
        add(1, 100_000);
        add(2, 200_000);
        assertThat(pace().left()).as("after two seconds").isEmpty();
        add(3, 300_000);
        assertThat(pace().left()).as("after three").isPresent();
    }

    @Test
    void takesOneBlowForNoRate() {
        add(0, 0);
        add(5, 400_000);
        add(10, 400_000);
        assertThat(pace().left()).isEmpty();
        add(11, 500_000);
        assertThat(pace().left()).isPresent();
    }

    @Test
    void asksForAShareOfTheWorkToo() {
        steadily(0, 10, 500);
        assertThat(pace().left()).as("half a percent").isEmpty();
        steadily(11, 20, 500);
        assertThat(pace().left()).as("one percent").isPresent();
    }

    @Test
    void widensWhenTheRateVaries() {
        steadily(0, 40, 10_000);
        for (int second = 41; second <= 60; second++) {
            add(second, 400_000 + (second - 40) * 2_000);
        }

        assertThat(left().shortest()).isLessThan(left().likely());
        assertThat(left().longest().orElseThrow()).isGreaterThan(left().likely());
    }

    @Test
    void hasNoUpperEndInAStall() {
        steadily(0, 40, 10_000);
        for (int second = 41; second <= 75; second++) {
            add(second, 400_000);
        }

        assertThat(pace().percent()).contains(40);
        assertThat(pace().bytesPerSecond()).isEmpty();
        assertThat(left().longest()).isEmpty();
        assertThat(left().likely()).as("longer than before the stall").isGreaterThan(Duration.ofSeconds(60));
    }

    @Test
    void goesOnPredictingInALongStall() {
        steadily(0, 40, 10_000);
        for (int second = 41; second <= 400; second++) {
            add(second, 400_000);
            assertThat(left().likely()).isPositive();
        }
    }

    @Test
    void knowsNoPercentWithoutTotals() {
        series.add(NOON, new Advance(0, 0, 0, 0, 0, 0, ""));
        series.add(NOON.plusSeconds(10), new Advance(50_000, 0, 0, 0, 0, 0, ""));

        assertThat(pace().percent()).isEmpty();
        assertThat(pace().left()).isEmpty();
        assertThat(pace().bytesPerSecond()).contains(5_000L);
    }

    @Test
    void measuresByRowsWhereBytesAreNotKnown() {
        for (int second = 0; second <= 10; second++) {
            series.add(NOON.plusSeconds(second), new Advance(0, 0, second * 10L, 200, 0, 3, ""));
        }

        assertThat(pace().percent()).contains(50);
        assertThat(pace().rowsPerSecond()).contains(10L);
        assertThat(left().likely()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void widensWhileTotalsGrow() {
        for (int second = 0; second <= 40; second++) {
            series.add(NOON.plusSeconds(second), bytes(second * 10_000L, 800_000 + second * 10_000L));
        }

        assertThat(pace().percent()).contains(33);
        assertThat(left().shortest()).isEqualTo(Duration.ofSeconds(80));
        assertThat(left().likely()).isGreaterThan(left().shortest());
    }

    @Test
    void isAtNinetyNinePercentUntilEveryTableIsDone() {
        steadily(0, 100, 10_000);

        assertThat(pace().percent()).contains(99);
        assertThat(pace().left()).isEmpty();
        series.add(NOON.plusSeconds(101), new Advance(ALL, ALL, 0, 0, 3, 3, ""));
        assertThat(pace().percent()).contains(100);
    }

    @Test
    void isNeverAboveWhatWasEstimated() {
        steadily(0, 100, 20_000);

        assertThat(pace().percent()).contains(99);
        assertThat(pace().left()).isEmpty();
    }

    @Test
    void takesAClockThatGoesBackForOneThatStoodStill() {
        steadily(0, 20, 10_000);
        for (int second = 0; second <= 20; second++) {
            add(second - 3600, 200_000 + second * 10_000L);
            pace().left().ifPresent(left -> {
                assertThat(left.shortest()).isPositive();
                assertThat(left.likely()).isPositive();
            });
        }

        assertThat(pace().bytesPerSecond().orElseThrow()).isBetween(9_000L, 11_000L);
    }

    @Test
    void beginsAnewWhenLessIsDoneThanBefore() {
        steadily(0, 40, 10_000);

        assertThat(series.add(NOON.plusSeconds(41), bytes(0, ALL))).isTrue();
        assertThat(pace().left()).isEmpty();
    }

    @Test
    void beginsAnewWhenNobodyWasAtWork() {
        steadily(0, 40, 10_000);

        assertThat(series.add(NOON.plusSeconds(41), bytes(410_000, ALL))).isFalse();
        assertThat(series.add(NOON.plusSeconds(102), bytes(410_000, ALL))).isTrue();
        assertThat(pace().left()).isEmpty();
    }

    @Test
    void countsOnlyWhatWasGainedSinceItBegan() {
        for (int second = 0; second <= 10; second++) {
            add(second, 500_000 + second * 10_000L);
        }

        assertThat(left().likely()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void keepsItsRatesOverADay() {
        long day = 86_400;
        for (int second = 0; second <= day / 2; second++) {
            series.add(NOON.plusSeconds(second), bytes(second * 1_000L, day * 1_000L));
        }

        assertThat(left().likely()).isEqualTo(Duration.ofHours(12));
        assertThat(pace().bytesPerSecond()).contains(1_000L);
    }
}
