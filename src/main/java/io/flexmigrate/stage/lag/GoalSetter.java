package io.flexmigrate.stage.lag;

import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.stage.Link;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks the source where it stands, as often as it may be asked, and writes the heartbeat before that. */
final class GoalSetter {

    private static final Duration WITH_BEAT = Duration.ofSeconds(2);
    private static final Duration WITHOUT = Duration.ofSeconds(1);

    /** A goal that was reached later than this says little of now: the next one is set at once. */
    private static final Duration STALE = Duration.ofMillis(100);

    private static final int PATIENCE = 3;

    private final Link link;
    private final Tokens tokens;
    private final StageLog log;
    private final boolean byBeat;
    private final Supplier<Duration> clock;
    private Optional<Heartbeat> heartbeat;
    private Duration next;
    private int unseen;

    /**
     * Nothing is asked yet.
     *
     * @param tokens what the source may be asked
     * @param byBeat whether the target shows the heartbeat before it says so by its coordinates
     */
    GoalSetter(
            Link link,
            Optional<Heartbeat> heartbeat,
            boolean byBeat,
            Tokens tokens,
            StageLog log,
            Supplier<Duration> clock) {
        this.link = link;
        this.heartbeat = heartbeat;
        this.byBeat = byBeat;
        this.tokens = tokens;
        this.log = log;
        this.clock = clock;
        this.next = clock.get();
    }

    /** A new goal, when one is due. */
    Optional<Goal> set() {
        boolean due = clock.get().compareTo(next) >= 0;
        if (!due || !tokens.take(heartbeat.isPresent() ? 2 : 1)) {
            return Optional.empty();
        }
        long beat = heartbeat.map(Heartbeat::beat).orElse(0L);
        Duration at = clock.get();
        next = at.plus(heartbeat.isPresent() ? WITH_BEAT : WITHOUT);
        return Optional.of(new Goal(link.sourceCoordinates(), beat, at));
    }

    /** Wants a goal at this time, if that is before the next one. */
    void by(Duration time) {
        next = time.compareTo(next) < 0 ? time : next;
    }

    boolean looksForBeats() {
        return byBeat && heartbeat.isPresent();
    }

    /** The number that the target shows; negative when it shows none. */
    long seen() {
        return heartbeat.map(Heartbeat::seen).orElse(-1L);
    }

    /**
     * Notes that the target reached a goal.
     *
     * @param last whether there is no later one
     */
    void arrived(Goal goal, boolean last, Duration lag) {
        if (last && lag.compareTo(STALE) > 0) {
            next = clock.get();
        }
        if (last && goal.beat() > 0 && !byBeat && heartbeat.isPresent()) {
            unseen = seen() >= goal.beat() ? 0 : unseen + 1;
        }
        if (unseen == PATIENCE) {
            log.observe(
                    Observation.WARNING.what(),
                    Map.of(
                            Observation.WARNING.key(),
                            "The heartbeat does not come through the link, so the lag is measured by coordinates only:"
                                    + " a filter on one of the servers leaves its database out."));
            heartbeat.ifPresent(Heartbeat::close);
            heartbeat = Optional.empty();
            unseen = 0;
        }
    }
}
