package io.flexmigrate.lab;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The rhythm of one client; what a pause made it miss is not made up for. */
final class Pace {

    private final long interval;
    private long next = System.nanoTime();

    Pace(Duration interval) {
        this.interval = interval.toNanos();
    }

    /** Waits for the next beat. */
    void await() throws InterruptedException {
        long now = System.nanoTime();
        next = Math.max(next + interval, now - interval);
        if (next > now) {
            TimeUnit.NANOSECONDS.sleep(next - now);
        }
    }
}
