package io.flexmigrate.time;

import java.time.Duration;
import java.time.InstantSource;

/** The machine's clocks: wall time for the journal, monotonic time for measuring. */
public final class SystemClock {

    private SystemClock() {}

    public static InstantSource wall() {
        return InstantSource.system();
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
