package io.flexmigrate.stage.watch;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.LinkLook;
import io.flexmigrate.model.LinkVerdict;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Whether a link runs, and how long it takes to apply what the source has. */
record LinkCheck(Plan.Watch bounds, InstantSource clock) {

    /** A look that waits for longer would come too late for the next. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    LinkLook look(Link link, List<String> notes) {
        try {
            link.requireHealthy();
            return waited(link, notes);
        } catch (StageFailedException broken) {
            return failed(LinkVerdict.BROKEN, broken.getMessage() + " To do: " + broken.remedy(), notes);
        }
    }

    private LinkLook waited(Link link, List<String> notes) {
        Stopwatch stopwatch = SystemClock.stopwatch();
        BinlogCoordinates goal = link.sourceCoordinates();
        Duration bound = bounds.maxLag().compareTo(LONGEST_WAIT) < 0 ? bounds.maxLag() : LONGEST_WAIT;
        boolean applied = link.awaitApplied(goal, bound);
        Duration took = stopwatch.elapsed();
        if (!applied) {
            // because a link that breaks meanwhile ends the wait at once
            link.requireHealthy();
        }
        boolean isInSync = applied && took.compareTo(bounds.maxLag()) <= 0;
        return new LinkLook(
                clock.instant(),
                isInSync ? LinkVerdict.IN_SYNC : LinkVerdict.LAGGING,
                applied ? Optional.of(took) : Optional.empty(),
                goal.toString(),
                link.applied().map(BinlogCoordinates::toString).orElse(""),
                isInSync
                        ? ""
                        : "The target had not applied " + goal + " of the source after " + bound.toMillis() + " ms.",
                notes,
                Optional.empty());
    }

    LinkLook failed(LinkVerdict verdict, String message, List<String> notes) {
        return new LinkLook(clock.instant(), verdict, Optional.empty(), "", "", message, notes, Optional.empty());
    }
}
