package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.UncertainException;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.stage.fence.Fence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settles what a run that died inside a cut-over left behind, by asking the source. */
record Settlement(Route route, FenceMemory memory) {

    /** Whether OPENING was begun and neither finished nor undone. */
    static boolean isInterrupted(StageLog log) {
        return FenceMemory.standing(log).isPresent();
    }

    /**
     * Before OPEN: goes on to it where the server that is left was closed for good and has written nothing since. Otherwise
     * lifts what an interrupted OPENING may have set, so that it takes writes again.
     */
    void settleOpening(Mandate.Reach reach, StageLog log) {
        FenceMemory.standing(log).ifPresentOrElse(before -> settle(before, reach, log), () -> disarm(log));
    }

    private void settle(Map<String, String> before, Mandate.Reach reach, StageLog log) {
        try (Session session = route.closed().open()) {
            Fence fence = memory.fence(before, session);
            Optional<BinlogCoordinates> position =
                    reach == Mandate.Reach.UNDO ? Optional.empty() : MoveReading.closedAt(log, fence.standsStill());
            if (position.isPresent() && isClosedSince(position.get(), fence, before, log)) {
                log.reach(CutOverStep.OPEN.step(), MoveReading.opening(position.get(), log));
            } else {
                undo(before, fence, log);
            }
        }
    }

    private boolean isClosedSince(BinlogCoordinates position, Fence fence, Map<String, String> before, StageLog log) {
        return fence.staysShut(before)
                && fence.changesSince(position, route.passing(log)).isEmpty();
    }

    /** What died before OPENING may have left what would have opened the server again: nothing is closed, so it is in nobody's way. */
    private void disarm(StageLog log) {
        FenceMemory.armed(log).ifPresent(armed -> {
            try (Session session = route.closed().open()) {
                memory.fence(armed, session).disarm();
            } catch (MySqlException unreachable) {
                log.observe("guard-left", Map.of("reason", String.valueOf(unreachable.getMessage())));
            }
        });
    }

    private void undo(Map<String, String> before, Fence fence, StageLog log) {
        boolean stood = fence.isShut(before);
        fence.lift(before);
        log.reach(
                CutOverStep.ABORTED.step(),
                Map.of(
                        "reason",
                        "an earlier run ended inside the fence",
                        route.ends().closed(),
                        stood ? "was read-only, takes writes again" : "took writes already"));
    }

    /**
     * After OPEN: sees that the source still refuses writes, and took none since. A source that cannot be reached takes none.
     *
     * @throws UncertainException when it may have taken writes that the target does not have
     */
    void requireStillClosed(BinlogCoordinates fence, StageLog log) {
        if (log.hasReached(CutOverStep.UNCERTAIN.step())) {
            throw uncertain(fence, "An earlier run could not tell who owns the writes, and nobody has said so since.");
        }
        try (Session session = route.closed().open()) {
            Map<String, String> before = FenceMemory.standing(log).orElse(Map.of());
            Fence closed = memory.fence(before, session);
            closed.shutAgain(before);
            List<String> changes = closed.changesSince(fence, route.passing(log));
            if (!changes.isEmpty()) {
                log.reach(
                        CutOverStep.UNCERTAIN.step(), Map.of("fence", fence.toString(), "events", changes.toString()));
                throw uncertain(
                        fence,
                        "The " + route.ends().closed() + " wrote to its binlog after the "
                                + route.ends().opened() + " was opened (" + String.join(", ", changes)
                                + "), so both servers may have taken writes. It is closed now.");
            }
        } catch (MySqlException unreachable) {
            if (!unreachable.isConnectionLost()) {
                throw unreachable;
            }
            log.observe(
                    Observation.WARNING.what(),
                    Map.of(
                            Observation.WARNING.key(),
                            "The " + route.ends().closed()
                                    + " cannot be reached, so it was not checked that it stayed closed: "
                                    + unreachable.getMessage()));
        }
    }

    private UncertainException uncertain(BinlogCoordinates fence, String what) {
        return new UncertainException(
                what,
                "Look at what the " + route.ends().closed() + " wrote: SHOW BINLOG EVENTS IN '" + fence.file()
                        + "' FROM " + fence.position()
                        + "; and at the files after it. If that is none of your data, the "
                        + route.ends().opened()
                        + " is right: finish by hand by stopping and removing its replication."
                        + " Otherwise bring those changes over first.");
    }
}
