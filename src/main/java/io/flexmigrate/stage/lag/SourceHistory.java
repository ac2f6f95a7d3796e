package io.flexmigrate.stage.lag;

import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** When the source stood where in its binlog, as far as we looked; between two looks it is taken to have moved evenly. */
final class SourceHistory {

    private static final int MOST = 50_000;

    private final NavigableMap<Long, Stay> stays = new TreeMap<>();

    /** The first and the last time it was seen at a place. */
    private record Stay(Duration from, Duration until) {}

    /** Adds a look; each at a later time than the one before. */
    void add(long place, Duration at) {
        stays.merge(place, new Stay(at, at), (known, now) -> new Stay(known.from(), now.until()));
        if (stays.size() > MOST) {
            stays.pollFirstEntry();
        }
    }

    /**
     * When the source left this place.
     *
     * @return the latest time at which it can have stood there; empty when it stands there now, or nothing is known
     */
    Optional<Duration> leftAt(long place) {
        Map.Entry<Long, Stay> before = stays.floorEntry(place);
        Map.Entry<Long, Stay> after = stays.higherEntry(place);
        if (before == null || after == null) {
            return Optional.empty();
        }
        Duration until = after.getValue().from();
        if (before.getKey() == place) {
            return Optional.of(until);
        }
        Duration from = before.getValue().until();
        double share = (double) (place - before.getKey()) / (after.getKey() - before.getKey());
        return Optional.of(from.plusMillis(Math.round(share * until.minus(from).toMillis())));
    }
}
