package io.flexmigrate.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The machine's clocks: wall time for the journal, monotonic time for measuring. */
public final class SystemClock {

    private SystemClock() {}

    public static InstantSource wall() {
        return InstantSource.system();
    }

    /**
     * A clock for what is written one after another: it begins at the wall's time, though not before a moment, and goes on evenly,
     * whatever is done to the wall's clock meanwhile.
     */
    public static InstantSource steady(Instant earliest) {
        Instant now = wall().instant();
        Instant begin = now.isBefore(earliest) ? earliest : now;
        Stopwatch since = stopwatch();
        return () -> begin.plus(since.elapsed());
    }

    /** Starts measuring from now on a clock that never jumps. */
    public static Stopwatch stopwatch() {
        return new Stopwatch(System.nanoTime());
    }

    /** The time since a moment, on a clock that never jumps. */
    public record Stopwatch(long startNanos) {

        public Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - startNanos);
        }
    }
}
