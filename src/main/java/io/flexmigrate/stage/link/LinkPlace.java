package io.flexmigrate.stage.link;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.LinkStart;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.mysql.BootTime;
import io.flexmigrate.plan.Plan;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a link is to begin now, by what the target says and what this run has done before.
 *
 * @param source where the target finds the source
 * @param start where the data of the snapshot end
 * @param booted when the target came up
 * @param removal the statements by which a person removes a link
 */
record LinkPlace(StageLog log, Plan.Replication source, LinkStart start, BootTime booted, String removal) {

    static final Step LINK = Step.of("link");
    static final Step START = Step.of("start-link");

    private static final String FILE = "file";
    private static final String POSITION = "position";
    private static final String BOOTED = "target_booted";

    /** What is written of a link that is about to be made. */
    static Map<String, String> details(LinkStart start, BootTime booted) {
        String second = Long.toString(booted.second());
        if (start instanceof LinkStart.AtPosition at) {
            return Map.of(
                    FILE, at.coordinates().file(),
                    POSITION, Long.toString(at.coordinates().position()),
                    BOOTED, second);
        }
        return Map.of("transactions", start.toString(), BOOTED, second);
    }

    /** Whether a link is one to this source. */
    static boolean leadsTo(ReplicaStatus link, Plan.Replication source) {
        return link.sourceHost().equalsIgnoreCase(source.host()) && link.sourcePort() == source.port();
    }

    /**
     * From where the target is to be pointed at the source; empty when it is, rightly.
     *
     * @throws StageFailedException when it cannot be known, or the link is not ours
     */
    Optional<LinkStart> toBeMade(Optional<ReplicaStatus> status) {
        Optional<ReplicaStatus> link = status.filter(seen -> !seen.sourceHost().isEmpty());
        if (link.isEmpty()) {
            return Optional.of(afresh());
        }
        requireOurs(link.get());
        if (needed() instanceof LinkStart.AtPosition at && !standsRightly(link.get(), at.coordinates())) {
            throw new StageFailedException(
                    "The target's link stands at "
                            + link.get().applied().map(Object::toString).orElse("no place")
                            + ", but its data need all from " + at.coordinates() + " on, and nothing from before.",
                    "Find out who moved it. If nobody needs it, remove it on the target and begin again with a new work"
                            + " directory:\n" + removal);
        }
        return Optional.empty();
    }

    /** A link that did not run yet has not moved by itself: after its beginning it would leave changes out for good. */
    private boolean standsRightly(ReplicaStatus link, BinlogCoordinates beginning) {
        return mayHaveRun() ? link.hasApplied(beginning) : link.applied().equals(Optional.of(beginning));
    }

    private void requireOurs(ReplicaStatus link) {
        String there = link.sourceHost() + ":" + link.sourcePort();
        if (!leadsTo(link, source)) {
            throw new StageFailedException(
                    "The target is linked to " + there + ", not to " + source.host() + ":" + source.port() + ".",
                    "Find out who made that link; remove it on the target if it is not needed:\n" + removal);
        }
        if (!log.hasIntended(LINK)) {
            throw new StageFailedException(
                    "The target is linked to " + there
                            + " already, but not by this run: what that link has applied may not"
                            + " fit the snapshot.",
                    "Find out who made that link; remove it on the target if it is not needed:\n" + removal);
        }
    }

    /** GTIDs say themselves where the data end; a place in the binlog is known only until the link ran. */
    private LinkStart afresh() {
        if (start instanceof LinkStart.AtPosition && wasMade() && mayHaveRun()) {
            throw new StageFailedException(
                    "The link that this run had made and that ran is gone, so it is not known how far the target's data go.",
                    "Find out who removed it. Begin again with a new work directory; the databases on the target must be"
                            + " dropped first.");
        }
        return needed();
    }

    /** We started it, or the target did: a server that comes up starts its links, unless told otherwise. */
    private boolean mayHaveRun() {
        return last(LINK, START)
                .filter(event -> event.step().equals(START) || hasBootedSince(event.details()))
                .isPresent();
    }

    /** Whether it was there once: an intent alone need not have come to anything. */
    private boolean wasMade() {
        return log.past().stream()
                .filter(event -> isIntent(event, LINK) || isIntent(event, START) || isMade(event))
                .reduce((earlier, later) -> later)
                .filter(last -> !isIntent(last, LINK))
                .isPresent();
    }

    private static boolean isMade(Event event) {
        return event instanceof Event.Reached reached && reached.step().equals(LINK);
    }

    private static boolean isIntent(Event event, Step step) {
        return event instanceof Event.Intended intended && intended.step().equals(step);
    }

    private boolean hasBootedSince(Map<String, String> made) {
        return Optional.ofNullable(made.get(BOOTED))
                .map(second -> new BootTime(Long.parseLong(second)))
                .filter(booted::isAfter)
                .isPresent();
    }

    /** Where the link that was made last began, and before any the snapshot. */
    LinkStart needed() {
        return last(LINK)
                .map(Event.Intended::details)
                .filter(details -> details.containsKey(FILE))
                .<LinkStart>map(details -> new LinkStart.AtPosition(new BinlogCoordinates(
                        details.getOrDefault(FILE, ""), Long.parseLong(details.getOrDefault(POSITION, "0")))))
                .orElse(start);
    }

    private Optional<Event.Intended> last(Step... steps) {
        return log.past().stream()
                .filter(Event.Intended.class::isInstance)
                .map(Event.Intended.class::cast)
                .filter(event -> Set.of(steps).contains(event.step()))
                .reduce((earlier, later) -> later);
    }
}
