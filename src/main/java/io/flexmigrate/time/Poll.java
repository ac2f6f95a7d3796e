package io.flexmigrate.time;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Waiting for a condition, with a deadline; in a dry run it says what it would wait for and waits for nothing. */
public interface Poll {

    /**
     * Waits until the condition holds.
     *
     * @param what the condition in words, as in "the applier is running"
     * @param deadline how long at most
     * @param interval time between two looks
     * @return whether the condition held before the deadline
     */
    boolean until(String what, Duration deadline, Duration interval, BooleanSupplier condition)
            throws InterruptedException;

    static Poll real(Pause pause) {
        return (what, deadline, interval, condition) -> {
            SystemClock.Stopwatch stopwatch = SystemClock.stopwatch();
            while (!condition.getAsBoolean()) {
                if (stopwatch.elapsed().compareTo(deadline) >= 0) {
                    return false;
                }
                pause.pause(interval);
            }
            return true;
        };
    }

    static Poll describing(Consumer<String> sink) {
        return (what, deadline, interval, condition) -> {
            sink.accept("wait until " + what);
            return true;
        };
    }
}
