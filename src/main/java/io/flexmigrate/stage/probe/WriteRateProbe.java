package io.flexmigrate.stage.probe;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.planning.Rate;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Measures what the source writes to its binlog between two looks at it. */
final class WriteRateProbe {

    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final double MEGABYTE = 1e6;

    /** A look of some seconds does not see the busy hours. */
    private static final double DOUBT = 2;

    private static final double LEAST_DOUBT = 0.1 * MEGABYTE;

    private final ProbeKit kit;
    private final Dialect dialect;
    private Optional<BinlogCoordinates> start = Optional.empty();
    private Stopwatch stopwatch = SystemClock.stopwatch();

    WriteRateProbe(ProbeKit kit, ServerVersion version) {
        this.kit = kit;
        this.dialect = new Dialect(version);
    }

    WriteRateProbe begin() {
        start = kit.source().with(session -> new Binlog(session, dialect).coordinates());
        stopwatch = SystemClock.stopwatch();
        return this;
    }

    /** Takes the second look, some seconds after the first at least; empty when the two cannot be compared. */
    Optional<Rate> end() throws InterruptedException {
        Duration left = SHORTEST.minus(stopwatch.elapsed());
        if (!left.isNegative()) {
            kit.pause().pause(left);
        }
        if (start.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong written = kit.source().with(session -> new Binlog(session, dialect).bytesSince(start.get()));
        double seconds = stopwatch.elapsed().toNanos() / 1e9;
        return written.isPresent() ? Optional.of(rate(written.getAsLong(), seconds)) : Optional.empty();
    }

    static Rate rate(long bytes, double seconds) {
        double measured = bytes / seconds;
        return new Rate(
                measured / DOUBT,
                measured * DOUBT + LEAST_DOUBT,
                String.format(
                        Locale.ROOT,
                        "measured: the source wrote %.2f MB of binlog in %.1f s",
                        bytes / MEGABYTE,
                        seconds));
    }
}
