package io.flexmigrate.engine;

import io.flexmigrate.engine.AdvanceSeries.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What samples say about the time that is left.
 *
 * @param samples at least one, oldest first
 * @param measure whose total the newest sample knows
 */
record Evidence(List<Sample> samples, Measure measure) {

    static final Duration RECENT = Duration.ofSeconds(30);

    private static final Duration ENOUGH_TIME = Duration.ofSeconds(3);
    private static final long SHORTEST = 10_000;
    private static final long LONGEST_LATE = 300_000;
    private static final double ENOUGH_SHARE = 0.01;

    /** Beyond this a prediction is none. */
    private static final double ENDLESS_MILLIS = Duration.ofDays(36_500).toMillis();

    Optional<Pace.Left> left() {
        long remaining = measure.total(newest().advance()) - done(newest());
        double half = rate(samples, measure::done, Math.max(SHORTEST, elapsed() / 2));
        double whole = rate(samples, measure::done, elapsed());
        double late = rate(samples, measure::done, Math.max(SHORTEST, Math.min(LONGEST_LATE, elapsed() / 4)));
        if (remaining <= 0 || !isEnough()) {
            return Optional.empty();
        }
        double likely = 1000 * remaining / (half > 0 ? half : whole) * growth();
        double shortest = 1000 * remaining / Math.max(half, Math.max(whole, late));
        double longest = 1000 * remaining / Math.min(half, Math.min(whole, late)) * growth();
        return likely > ENDLESS_MILLIS
                ? Optional.empty()
                : Optional.of(new Pace.Left(millis(likely), millis(shortest), longest(longest)));
    }

    private static Optional<Duration> longest(double millis) {
        return millis > ENDLESS_MILLIS ? Optional.empty() : Optional.of(millis(millis));
    }

    private static Duration millis(double millis) {
        return Duration.ofMillis((long) millis);
    }

    /** Some seconds, some of the work, and not all of it at one blow. */
    private boolean isEnough() {
        long gained = done(newest()) - done(samples.get(0));
        long toGain = measure.total(newest().advance()) - done(samples.get(0));
        return elapsed() >= ENOUGH_TIME.toMillis() && gained >= ENOUGH_SHARE * toGain && steps() > 1;
    }

    private int steps() {
        int steps = 0;
        for (int index = 1; index < samples.size() && steps < 2; index++) {
            steps += done(samples.get(index)) > done(samples.get(index - 1)) ? 1 : 0;
        }
        return steps;
    }

    /** A total that grew of late may go on growing: as much again is added to what is foreseen. */
    private double growth() {
        Sample earlier = since(samples, Math.max(SHORTEST, elapsed() / 2));
        double before = measure.total(earlier.advance());
        return before > 0 ? Math.max(1, measure.total(newest().advance()) / before) : 1;
    }

    private long elapsed() {
        return newest().millis();
    }

    private Sample newest() {
        return samples.get(samples.size() - 1);
    }

    private long done(Sample sample) {
        return measure.done(sample.advance());
    }

    /** Per second, over so many milliseconds before the newest sample, or since the first; 0 when no time passed. */
    static double rate(List<Sample> samples, ToLongFunction<Advance> amount, long millis) {
        Sample newest = samples.get(samples.size() - 1);
        Sample earlier = since(samples, millis);
        long time = newest.millis() - earlier.millis();
        long gained = amount.applyAsLong(newest.advance()) - amount.applyAsLong(earlier.advance());
        return time > 0 ? Math.max(0, 1000.0 * gained / time) : 0;
    }

    /** The newest sample that is at least so old, or the oldest. */
    private static Sample since(List<Sample> samples, long millis) {
        long before = samples.get(samples.size() - 1).millis() - millis;
        int index = samples.size() - 1;
        while (index > 0 && samples.get(index).millis() > before) {
            index--;
        }
        return samples.get(index);
    }
}
