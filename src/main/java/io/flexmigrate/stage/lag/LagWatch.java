package io.flexmigrate.stage.lag;

import io.flexmigrate.engine.LagSample;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes the lag into the journal, and says when it has been inside its bound for long enough. */
final class LagWatch {

    private final Link link;
    private final Plan.CatchUp bounds;
    private final StageLog log;
    private final GoalSetter setter;
    private final LagMeter meter;
    private final RetentionWatch retention;
    private final Supplier<Duration> clock;
    private Duration lag = Duration.ZERO;
    private Optional<Duration> insideSince = Optional.empty();

    LagWatch(
            Link link,
            Plan.CatchUp bounds,
            StageLog log,
            GoalSetter setter,
            LagMeter meter,
            RetentionWatch retention,
            Supplier<Duration> clock) {
        this.link = link;
        this.bounds = bounds;
        this.log = log;
        this.setter = setter;
        this.meter = meter;
        this.retention = retention;
        this.clock = clock;
    }

    /** Does what is due; says whether the lag has been inside its bound for long enough. */
    boolean isStable() {
        retention.look(meter.applied(), meter.flow());
        Optional<LagSample> taken = meter.look();
        taken.ifPresent(this::note);
        boolean stable = taken.map(LagSample::reached).orElse(false)
                && insideSince
                        .map(since -> clock.get().minus(since).compareTo(bounds.stableFor()) >= 0)
                        .orElse(false);
        if (!stable && taken.isPresent()) {
            insideSince.ifPresent(since -> setter.by(since.plus(bounds.stableFor())));
        }
        return stable;
    }

    private void note(LagSample sample) {
        lag = sample.lag();
        boolean outside = lag.compareTo(bounds.maxLag()) > 0;
        // because what flows is of no interest to somebody whose target keeps up
        LagSample shown = outside
                ? sample
                : new LagSample(lag, sample.reached(), sample.source(), sample.applied(), Optional.empty());
        log.observe(Observation.LAG.what(), shown.values());
        if (outside) {
            insideSince = Optional.empty();
        } else if (insideSince.isEmpty() && sample.reached()) {
            insideSince = Optional.of(clock.get());
        }
        if (!sample.reached()) {
            link.requireHealthy();
        }
    }

    /** The coordinates that the target has applied last. */
    BinlogCoordinates goal() {
        return meter.reached().map(Goal::coordinates).orElseGet(link::sourceCoordinates);
    }

    Duration lag() {
        return lag;
    }
}
