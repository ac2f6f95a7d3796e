package io.flexmigrate.planning;

import java.time.Duration;

/** Durations of a forecast as sentences say them: no more exact than a forecast is. */
public final class DurationWords {

    private DurationWords() {}

    /** Such as {@code 40 ms}, {@code 12 s}, {@code 7 min}, {@code 5 h} or {@code 3 d}: two units where the second counts. */
    public static String of(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + " ms";
        }
        if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.compareTo(Duration.ofHours(2)) < 0) {
            return duration.toMinutes() + " min";
        }
        if (duration.compareTo(Duration.ofDays(2)) < 0) {
            return pair(duration.toHours(), "h", duration.toMinutesPart(), "min");
        }
        return pair(duration.toDays(), "d", duration.toHoursPart(), "h");
    }

    private static String pair(long large, String unit, int small, String smallUnit) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
