package io.flexmigrate.stage.wayback;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.time.Poll;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Replication from the target back to the source, one for all groups of a plan. */
public record WayBack(Plan plan, MySqlServer source, MySqlServer target, Poll poll) {

    /**
     * Makes it, unless it stands, for these databases and those of earlier groups, and proves both directions.
     *
     * @param databases the group's
     * @param log of the cut-over, for this group
     * @return what was proven; nothing when the plan wants none, or wants it only if it can be had and it cannot
     * @throws StageFailedException when the plan requires it and it does not stand
     */
    public WayBackProof ready(Collection<String> databases, StageLog log) throws InterruptedException {
        return switch (plan.cutover().wayBack()) {
            case NONE -> WayBackProof.none("the plan wants none");
            case REQUIRED -> proven(databases, log);
            case BEST_EFFORT -> tried(databases, log);
        };
    }

    private WayBackProof proven(Collection<String> databases, StageLog log) throws InterruptedException {
        try (BackEnds ends = BackEnds.open(plan, source, target)) {
            new WayBackLink(ends, poll).require(databases, log);
            Map<String, String> equal =
                    ends.targetBinlog().coordinates().map(WayBackRecord::place).orElse(Map.of());
            WayBackProof proof = new WayBackTrial(ends, poll).run(log);
            Map<String, String> details = new HashMap<>(equal);
            details.put("back", proof.back().toString());
            details.put("forward", proof.forward().toString());
            log.reach(WayBackRecord.PROOF, details);
            return proof;
        }
    }

    /**
     * Sees a row of ours come back, before anybody goes back; what a restart of the source undid of the way back is done again.
     *
     * @param log of the cut-over, for this group
     * @throws StageFailedException when none comes, or there is no way back
     */
    public void prove(StageLog log) throws InterruptedException {
        try (BackEnds ends = BackEnds.open(plan, source, target)) {
            WayBackLink link = new WayBackLink(ends, poll);
            link.requireThere();
            link.require(Set.of(), log);
            Map<String, String> details = new HashMap<>(
                    ends.sourceBinlog().coordinates().map(WayBackRecord::place).orElse(Map.of()));
            details.put("back", new WayBackTrial(ends, poll).runBack(log).toString());
            log.reach(WayBackRecord.PROOF, details);
        }
    }

    /** Opens replication from the target to the source as a link; what it is given sees the target as the source. */
    public Link.Opener links() {
        return seen -> BackLink.open(BackEnds.open(plan, source, target));
    }

    /**
     * The coordinates of the server that a group went to from which on it may differ from what the other has of it.
     *
     * @param crossing of the crossing by which it went there
     * @return empty when there was no way back then
     */
    public static Optional<BinlogCoordinates> equalSince(StageLog crossing) {
        return WayBackRecord.of(crossing).equalSince(crossing.crossing().orElseThrow());
    }

    private WayBackProof tried(Collection<String> databases, StageLog log) throws InterruptedException {
        try {
            return proven(databases, log);
        } catch (StageFailedException | MySqlException failure) {
            if (failure instanceof MySqlException lost && lost.isConnectionLost()) {
                throw failure;
            }
            String trouble = String.valueOf(failure.getMessage());
            warn("There is no way back, and the plan goes on without: " + trouble, log);
            if (!WayBackRecord.of(log).isInUse()) {
                giveUp(log);
            }
            return WayBackProof.none(trouble);
        }
    }

    private void giveUp(StageLog log) {
        try {
            remove(log);
        } catch (MySqlException refused) {
            if (refused.isConnectionLost()) {
                throw refused;
            }
            warn("What was made of the way back is still there: " + refused.getMessage(), log);
        }
    }

    private static void warn(String message, StageLog log) {
        log.observe(Observation.WARNING.what(), Map.of(Observation.WARNING.key(), message));
    }

    /** The server ids in whose name the source may write, because it comes by the way back. */
    public static Set<Long> serverIds(StageLog log) {
        return WayBackRecord.of(log).serverIds();
    }

    /** The same by the events of a run. */
    public static Set<Long> serverIds(List<Event> events) {
        return new WayBackRecord(events.stream()
                        .filter(event -> event.stage() == StageName.CUT_OVER)
                        .toList())
                .serverIds();
    }

    /** What the source says of it; empty when it has none to this target. */
    public Optional<ReplicaStatus> status() {
        try (BackEnds ends = BackEnds.open(plan, source, target)) {
            return ends.channel()
                    .status()
                    .filter(status -> WayBackLink.leadsTo(status, plan.target().replication()));
        }
    }

    /** What a person who looks after it should know; nothing while it runs rightly, or while the source has none. */
    public List<String> complaints() {
        if (plan.cutover().wayBack() == Plan.WayBack.NONE || plan.purpose() != Plan.Purpose.MIGRATION) {
            return List.of();
        }
        try (BackEnds ends = BackEnds.open(plan, source, target)) {
            return new WayBackLook(ends).complaints();
        }
    }

    /**
     * Blocks on the source until it has applied these coordinates of the target.
     *
     * @param timeout at most; counted in whole seconds
     */
    public boolean awaitApplied(BinlogCoordinates ofTarget, Duration timeout) {
        try (BackEnds ends = BackEnds.open(plan, source, target)) {
            return ends.channel().awaitApplied(ofTarget, timeout);
        }
    }

    /** Takes it away, whatever of it this log says was made; does nothing when that is nothing. */
    public void remove(StageLog log) {
        if (WayBackRecord.of(log).hasAccount()) {
            try (BackEnds ends = BackEnds.open(plan, source, target)) {
                new WayBackRemoval(ends).run(log);
            }
        }
    }

    /**
     * The statements by which a person takes it away, with the server that each part is for.
     *
     * @param log any stage's
     * @return empty when this run made none, or took it away
     */
    public Optional<String> standing(StageLog log) {
        if (!WayBackRecord.of(log).hasAccount()) {
            return Optional.empty();
        }
        try (BackEnds ends = BackEnds.open(plan, source, target)) {
            return Optional.of(new WayBackRemoval(ends).statements());
        }
    }
}
