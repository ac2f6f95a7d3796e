package io.flexmigrate.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a long work is, how fast it goes and when it may end, as far as that can be told.
 *
 * @param advance the newest sample
 * @param percent rounded down, 100 only when nothing is left to do; empty when it is not known how much there is to do
 * @param bytesPerSecond over the last half minute; empty when none was done
 * @param rowsPerSecond over the last half minute; empty when none was done
 * @param left until the end; empty before there is evidence, and when there is no telling
 */
public record Pace(
        Advance advance,
        Optional<Integer> percent,
        Optional<Long> bytesPerSecond,
        Optional<Long> rowsPerSecond,
        Optional<Left> left) {

    /**
     * The time until the end, never negative: the more the rate varied, the wider the range.
     *
     * @param likely by the rate of the last half of the time
     * @param shortest by the best of the rates of the whole time, its last half and its last quarter
     * @param longest by the worst of them; empty when nothing was finished of late
     */
    public record Left(Duration likely, Duration shortest, Optional<Duration> longest) {}
}
