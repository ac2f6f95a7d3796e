package io.flexmigrate.stage.lag;

import io.flexmigrate.engine.LagSample.Flow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** How fast source and target move through the binlog, by what was seen of them in the last minute. */
final class Speeds {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** In a shorter time a commit of some size would look like a speed. */
    private static final Duration ENOUGH = Duration.ofSeconds(5);

    private static final Duration RECENT = Duration.ofMillis(900);

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
        return looks.isEmpty() ? Optional.empty() : since(looks.getFirst(), ENOUGH);
    }

    /** What those of the last seconds say: less even, but not late when the target has just begun to apply. */
    Optional<Flow> recently() {
        Iterator<Look> newest = looks.descendingIterator();
        while (newest.hasNext()) {
            Optional<Flow> flow = since(newest.next(), RECENT);
            if (flow.isPresent()) {
                return flow;
            }
        }
        return Optional.empty();
    }

    private Optional<Flow> since(Look first, Duration enough) {
        Look last = looks.getLast();
        Duration time = last.at().minus(first.at());
        if (time.compareTo(enough) < 0) {
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
