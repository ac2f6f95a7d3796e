package io.flexmigrate.report;

import java.time.Duration;
import java.util.Locale;

/** Durations, sizes and counts as people say them. */
public final class Amounts {

    private static final String[] UNITS = {"KB", "MB", "GB", "TB", "PB", "EB"};

    private Amounts() {}

    /** Such as {@code 0.4 ms}, {@code 43 ms}, {@code 1.2 s}, {@code 2 min 5 s} or {@code 3 h 20 min}. */
    static String duration(Duration duration) {
        if (duration.isNegative()) {
            return "-" + duration(duration.negated());
        }
        if (duration.compareTo(Duration.ofMillis(1)) < 0) {
            return decimal(duration.toNanos() / 1e6) + " ms";
        }
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + " ms";
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            // Cut, not rounded: 59.96 s are not 60.0 s.
            return decimal(Math.floor(duration.toMillis() / 100.0) / 10) + " s";
        }
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }

    /** Such as {@code 512 bytes} or {@code 1.5 GB}, by powers of 1000. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        double amount = bytes / 1000.0;
        int unit = 0;
        while (amount >= 999.95) {
            amount /= 1000;
            unit++;
        }
        return decimal(amount) + " " + UNITS[unit];
    }

    /** Such as {@code 1 table} or {@code 1,200 rows}. */
    public static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }

    /** Such as {@code 93,000} or {@code 12.3 M}, where the last digits tell nothing. */
    static String roughly(long number) {
        return number < 1_000_000
                ? String.format(Locale.ROOT, "%,d", number)
                : String.format(Locale.ROOT, "%,.1f M", number / 1e6);
    }

    /** Rounded up the more coarsely the longer it is, so that a prediction does not flicker: 19 s, 45 s, 12 min, 3 h 20 min. */
    static String timeLeft(Duration left) {
        long seconds = Math.max(0, (left.toMillis() + 999) / 1000);
        if (seconds <= 20) {
            return seconds + " s";
        }
        if (seconds <= 115) {
            return up(seconds, 5) + " s";
        }
        long minutes = up(seconds, 60) / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        long tens = up(minutes, 10);
        return tens / 60 + " h" + (tens % 60 == 0 ? "" : " " + tens % 60 + " min");
    }

    private static long up(long number, long step) {
        return (number + step - 1) / step * step;
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
