package io.flexmigrate.stage.lag;

import io.flexmigrate.engine.LagSample.Flow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How fast source and target move through the binlog, by what was seen of them in the last minute. */
final class Speeds {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** In a shorter time a commit of some size would look like a speed. */
    private static final Duration ENOUGH = Duration.ofSeconds(5);

    private static final double MILLIS = 1000;

    private final Deque<Look> looks = new ArrayDeque<>();

    private record Look(Duration at, long source, long applied) {}

    /** Adds a look; each at a later time than the one before. */
    void add(Duration at, long source, long applied) {
        looks.addLast(new Look(at, source, applied));
        while (looks.getFirst().at().plus(WINDOW).compareTo(at) < 0) {
            looks.removeFirst();
        }
    }

    /** What they say together; empty as long as that is too little. */
    Optional<Flow> flow() {
        if (looks.isEmpty()) {
            return Optional.empty();
        }
        Look first = looks.getFirst();
        Look last = looks.getLast();
        Duration time = last.at().minus(first.at());
        if (time.compareTo(ENOUGH) < 0) {
            return Optional.empty();
        }
        return Optional.of(new Flow(
                Math.max(0, last.source() - last.applied()),
                perSecond(last.source() - first.source(), time),
                perSecond(last.applied() - first.applied(), time)));
    }

    private static long perSecond(long bytes, Duration time) {
        return Math.round(Math.max(0, bytes) * MILLIS / time.toMillis());
    }
}
