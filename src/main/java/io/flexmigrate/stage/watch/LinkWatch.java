package io.flexmigrate.stage.watch;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.LinkLook;
import io.flexmigrate.model.LinkVerdict;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.wayback.WayBack;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at a link that stays, as often as it is asked to. */
public final class LinkWatch {

    /** A look that waits for longer would come too late for the next. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Plan.Watch bounds;
    private final Link.Opener links;
    private final DriftNotes drift;
    private final WayBack wayBack;
    private final InstantSource clock;

    public LinkWatch(Plan.Watch bounds, Link.Opener links, DriftNotes drift, WayBack wayBack, InstantSource clock) {
        this.bounds = bounds;
        this.links = links;
        this.drift = drift;
        this.wayBack = wayBack;
        this.clock = clock;
    }

    /** Takes a look: whatever is wrong is in it. */
    public LinkLook look(Facts facts) {
        try (Link link = links.open(facts.get(Fact.Assessed.class))) {
            List<String> notes = new ArrayList<>(drift.notes(facts));
            notes.addAll(wayBack.complaints());
            return look(link, notes);
        } catch (MySqlException unreachable) {
            return failed(LinkVerdict.UNREACHABLE, String.valueOf(unreachable.getMessage()), List.of());
        }
    }

    private LinkLook look(Link link, List<String> notes) {
        try {
            link.requireHealthy();
        } catch (StageFailedException broken) {
            return failed(LinkVerdict.BROKEN, broken.getMessage() + " To do: " + broken.remedy(), notes);
        }
        Stopwatch stopwatch = SystemClock.stopwatch();
        BinlogCoordinates goal = link.sourceCoordinates();
        Duration bound = bounds.maxLag().compareTo(LONGEST_WAIT) < 0 ? bounds.maxLag() : LONGEST_WAIT;
        boolean applied = link.awaitApplied(goal, bound);
        Duration took = stopwatch.elapsed();
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

    private LinkLook failed(LinkVerdict verdict, String message, List<String> notes) {
        return new LinkLook(clock.instant(), verdict, Optional.empty(), "", "", message, notes, Optional.empty());
    }
}
