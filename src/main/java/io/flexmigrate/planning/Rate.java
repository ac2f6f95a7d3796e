package io.flexmigrate.planning;

import io.flexmigrate.model.Forecast;
import java.time.Duration;

/**
 * How fast something goes, as a range.
 *
 * @param slowest bytes a second; may be 0
 * @param fastest bytes a second; at least {@code slowest}
 * @param basis what the range rests on, as a phrase
 */
public record Rate(double slowest, double fastest, String basis) {

    private static final double NANOS = 1e9;

    public Rate {
        if (!(slowest >= 0 && fastest >= slowest && fastest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a rate goes from 0 or more upwards, this is " + slowest + " to " + fastest);
        }
    }

    /** How long this many bytes take at the slowest; never longer than {@link Forecast#ENDLESS}. */
    public Duration longest(double bytes) {
        return time(bytes, slowest);
    }

    /** How long this many bytes take at the fastest; never longer than {@link Forecast#ENDLESS}. */
    public Duration shortest(double bytes) {
        return time(bytes, fastest);
    }

    static Duration time(double bytes, double rate) {
        if (!(bytes > 0)) {
            return Duration.ZERO;
        }
        double seconds = bytes / rate;
        return rate > 0 && seconds < Forecast.ENDLESS.toSeconds()
                ? Duration.ofNanos((long) (seconds * NANOS))
                : Forecast.ENDLESS;
    }
}
