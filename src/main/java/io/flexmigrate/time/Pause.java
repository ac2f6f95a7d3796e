package io.flexmigrate.time;

import java.time.Duration;

/** The way to let time pass, so that tests and dry runs need not. */
@FunctionalInterface
public interface Pause {

    void pause(Duration duration) throws InterruptedException;

    /** Sleeps for real. */
    static Pause real() {
        return duration -> Thread.sleep(duration.toMillis());
    }
}
