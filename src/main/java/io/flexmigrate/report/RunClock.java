package io.flexmigrate.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When something was, as the page of a run says it. */
record RunClock(ZoneId zone) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    String day(Instant at) {
        return DAY.withZone(zone).format(at);
    }

    String time(Instant at) {
        return TIME.withZone(zone).format(at);
    }
}
