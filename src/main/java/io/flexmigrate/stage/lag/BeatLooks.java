package io.flexmigrate.stage.lag;

import java.time.Duration;

/** When to look for a number of the heartbeat: closely around the time at which it is expected, and not for ever. */
final class BeatLooks {

    private static final Duration EARLY = Duration.ofMillis(8);
    private static final Duration FIRST = Duration.ofMillis(4);
    private static final Duration EVENLY = Duration.ofMillis(40);
    private static final Duration NEAR = Duration.ofSeconds(2);
    private static final Duration LATE = Duration.ofMillis(250);

    private Duration next = Duration.ZERO;
    private Duration gap = FIRST;
    private Duration over = Duration.ZERO;
    private Duration nearUntil = Duration.ZERO;

    /**
     * Begins anew.
     *
     * @param written when the number was written
     * @param lag after which it is expected
     */
    void begin(Duration written, Duration lag) {
        Duration expected = written.plus(lag);
        Duration early = expected.minus(EARLY);
        next = early.compareTo(written.plus(FIRST)) < 0 ? written.plus(FIRST) : early;
        gap = FIRST;
        over = expected.plus(LATE);
    }

    /** From now on looks evenly for a while, because the target will get there soon after being late. */
    void near(Duration now) {
        nearUntil = now.plus(NEAR);
        next = now;
    }

    boolean areNear(Duration now) {
        return now.compareTo(nearUntil) < 0;
    }

    boolean areOver(Duration now) {
        return now.compareTo(over) > 0;
    }

    boolean isDue(Duration now) {
        return now.compareTo(next) >= 0;
    }

    /** Notes that one was taken. */
    void looked(Duration now) {
        next = now.plus(areNear(now) ? EVENLY : gap);
        gap = gap.multipliedBy(3).dividedBy(2);
    }
}
