package io.flexmigrate.stage;

import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Measures the lag sample by sample: the time from reading the source's coordinates until the target has applied them.
 *
 * <p>{@code Seconds_Behind_Source} is not believed: it is 0 while the receiver is disconnected.
 */
final class LagWatch {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Link link;
    private final Plan.CatchUp bounds;
    private final StageLog log;
    private BinlogCoordinates goal;
    private Stopwatch sinceGoal = SystemClock.stopwatch();
    private boolean reached = true;
    private Duration lag = Duration.ZERO;
    private Optional<Stopwatch> insideSince = Optional.empty();

    LagWatch(Link link, Plan.CatchUp bounds, StageLog log) {
        this.link = link;
        this.bounds = bounds;
        this.log = log;
        this.goal = link.sourceCoordinates();
    }

    /** Takes a sample; says whether the lag has been inside its bound for long enough. */
    boolean isStable() {
        if (reached) {
            goal = link.sourceCoordinates();
            sinceGoal = SystemClock.stopwatch();
        }
        boolean applied = link.awaitApplied(goal, PATIENCE);
        if (!applied) {
            link.requireHealthy();
        }
        lag = sinceGoal.elapsed();
        log.observe(
                Observation.LAG.what(),
                Map.of(
                        Observation.LAG.key(),
                        lag.toString(),
                        "source",
                        goal.toString(),
                        "applied",
                        link.applied().map(BinlogCoordinates::toString).orElse("nothing"),
                        "reached",
                        Boolean.toString(applied)));
        if (lag.compareTo(bounds.maxLag()) > 0) {
            insideSince = Optional.empty();
        } else if (insideSince.isEmpty()) {
            insideSince = Optional.of(SystemClock.stopwatch());
        }
        boolean stable = applied
                && insideSince
                        .map(since -> since.elapsed().compareTo(bounds.stableFor()) >= 0)
                        .orElse(false);
        reached = applied;
        return stable;
    }

    /** The coordinates that the target has applied, or is to apply next. */
    BinlogCoordinates goal() {
        return goal;
    }

    Duration lag() {
        return lag;
    }
}
