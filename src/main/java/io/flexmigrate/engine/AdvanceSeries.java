package io.flexmigrate.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The samples of one long work, from which its {@link Pace} is read; for one thread at a time.
 *
 * <p>It begins anew when less is done than before, and after a minute without any sample: then nobody was at work. A clock
 * that goes back counts as one that stood still.
 */
public final class AdvanceSeries {

    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final int KEPT = 400;

    private final List<Sample> samples = new ArrayList<>();
    private @Nullable Instant last;

    /** @param millis since the first sample */
    record Sample(long millis, Advance advance) {}

    /**
     * Takes a sample.
     *
     * @return whether it is the first of a work that began, or began anew
     */
    public boolean add(Instant at, Advance advance) {
        Duration step = last == null ? Duration.ZERO : Duration.between(last, at);
        if (step.compareTo(SILENCE) > 0 || isLess(advance)) {
            samples.clear();
        }
        long before = samples.isEmpty() ? 0 : newest().millis();
        samples.add(new Sample(samples.isEmpty() ? 0 : before + Math.max(0, step.toMillis()), advance));
        last = at;
        thin();
        return samples.size() == 1;
    }

    private boolean isLess(Advance advance) {
        return !samples.isEmpty()
                && Measure.of(advance)
                        .filter(measure -> measure.done(advance) < measure.done(newest().advance()))
                        .isPresent();
    }

    /** Every second of the older half goes: rates are taken over half of the time at most, or the whole of it. */
    private void thin() {
        if (samples.size() <= KEPT) {
            return;
        }
        List<Sample> fewer = new ArrayList<>();
        for (int index = 0; index < samples.size(); index++) {
            if (index % 2 == 0 || index > KEPT / 2) {
                fewer.add(samples.get(index));
            }
        }
        samples.clear();
        samples.addAll(fewer);
    }

    private Sample newest() {
        return samples.get(samples.size() - 1);
    }

    /** What the newest sample alone tells; empty without one, or when it is not known how much there is to do. */
    public Optional<Integer> percent() {
        return samples.isEmpty() ? Optional.empty() : Measure.percent(newest().advance());
    }

    /** What the samples so far tell; empty when there are none. */
    public Optional<Pace> pace() {
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Pace(newest().advance(), percent(), recent(Advance::bytes), recent(Advance::rows), left()));
    }

    private Optional<Pace.Left> left() {
        return Measure.of(newest().advance()).flatMap(measure -> new Evidence(samples, measure).left());
    }

    private Optional<Long> recent(ToLongFunction<Advance> amount) {
        double rate = Evidence.rate(samples, amount, Evidence.RECENT.toMillis());
        return rate < 1 ? Optional.empty() : Optional.of((long) rate);
    }
}
