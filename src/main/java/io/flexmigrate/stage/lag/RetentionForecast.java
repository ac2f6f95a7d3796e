package io.flexmigrate.stage.lag;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whether the source keeps its binlog files until the target has passed them.
 *
 * @param kept how long it keeps a file after it wrote its last event
 * @param now by the clock of the files' times
 * @param applied the place that the target has applied
 * @param perSecond bytes a second that the target applies
 */
record RetentionForecast(Duration kept, Duration now, long applied, long perSecond) {

    /** A forecast is a guess: half as long again counts as too close. */
    private static final double MARGIN = 1.5;

    private static final double MILLIS = 1000;

    /**
     * A binlog file that the source has done writing.
     *
     * @param end the place where it ends
     * @param closed when the source wrote its last event
     */
    record ClosedFile(String name, long end, Duration closed) {}

    /**
     * A file that the source may purge before the target has passed it.
     *
     * @param purgedIn from now; zero when it may be gone at any moment
     * @param passedIn from now; empty when the target does not get on
     */
    record Danger(ClosedFile file, Duration purgedIn, Optional<Duration> passedIn) {}

    /** The first danger among these files, which are in order. */
    Optional<Danger> danger(List<ClosedFile> files) {
        return files.stream()
                .filter(file -> file.end() > applied)
                .map(this::judged)
                .filter(this::isClose)
                .findFirst();
    }

    private Danger judged(ClosedFile file) {
        Duration left = file.closed().plus(kept).minus(now);
        Optional<Duration> passed = perSecond == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(MILLIS * (file.end() - applied) / perSecond)));
        return new Danger(file, left.isNegative() ? Duration.ZERO : left, passed);
    }

    private boolean isClose(Danger danger) {
        return danger.passedIn()
                .map(passed -> passed.toMillis() * MARGIN > danger.purgedIn().toMillis())
                .orElse(danger.purgedIn().compareTo(kept.dividedBy(2)) < 0);
    }
}
