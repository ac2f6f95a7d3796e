package io.flexmigrate.stage.lag;

import java.time.Duration;
import java.util.function.Supplier;

/** What a server may be asked: so many questions a second on the average, and a few at once after a while of fewer. */
final class Tokens {

    private static final double MILLIS = 1000;

    private final double perSecond;
    private final double most;
    private final Supplier<Duration> clock;
    private double left;
    private Duration asOf;

    /** @param most saved up at most; so many are there in the beginning */
    Tokens(double perSecond, double most, Supplier<Duration> clock) {
        this.perSecond = perSecond;
        this.most = most;
        this.clock = clock;
        this.left = most;
        this.asOf = clock.get();
    }

    /** Takes so many if they are there. */
    boolean take(int number) {
        Duration now = clock.get();
        left = Math.min(most, left + perSecond * now.minus(asOf).toMillis() / MILLIS);
        asOf = now;
        if (left < number) {
            return false;
        }
        left -= number;
        return true;
    }

    /** Takes so many whether or not they are there; then later questions wait. */
    void spend(int number) {
        if (!take(number)) {
            left -= number;
        }
    }
}
