package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.CutOverAbortedException;
import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.DifferencesFoundException;
import io.flexmigrate.engine.FailureKind;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.PreparedTransactions;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.CutOverProof;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.fence.Fence;
import io.flexmigrate.stage.verify.StillComparison;
import io.flexmigrate.stage.verify.StillResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From the fence to OPEN, or back to as it was: the part of the pause that can still be undone.
 *
 * @param passing server ids in whose name the closed server may write; asked before the pause, as a login inside it was seen to
 *     take 200 ms while the clients that were ended log in again
 */
record Opening(
        Route route,
        Session admin,
        Fence fence,
        Map<String, String> before,
        FenceMemory memory,
        Set<Long> passing,
        Link link,
        StillComparison comparison,
        CutOverProof proof,
        Duration predicted,
        StageLog log) {

    /** Ends with OPEN in the journal and the source closed for good, or throws with the source as it was. */
    void open(Budget budget) throws InterruptedException {
        try {
            BinlogCoordinates position = drain(budget);
            int tables = verify(position, budget);
            BinlogCoordinates last = close(position, budget);
            log.reach(
                    CutOverStep.OPEN.step(),
                    Map.of(
                            "file", last.file(),
                            "position", Long.toString(last.position()),
                            "predicted_ms", Long.toString(predicted.toMillis()),
                            "tables", Integer.toString(tables),
                            "ms", budget.spentMillis()));
        } catch (MySqlException lost) {
            undo(lost);
            throw new CutOverAbortedException(String.valueOf(lost.getMessage()), lost);
        } catch (RuntimeException | InterruptedException | Error failure) {
            undo(failure);
            throw failure;
        }
    }

    /** Does all that the pause holds before the source is closed, and lets it go on: writers wait as long as in earnest. */
    void drill(Budget budget) throws InterruptedException {
        try {
            verify(drain(budget), budget);
        } finally {
            budget.lock().close();
        }
        log.reach(
                CutOverStep.ABORTED.step(),
                Map.of("reason", "a drill: nothing was to move", "ms", budget.spentMillis()));
        log.observe("drill", Map.of("ms", budget.spentMillis()));
    }

    private BinlogCoordinates drain(Budget budget) throws InterruptedException {
        BinlogCoordinates position = link.sourceCoordinates();
        reach(CutOverStep.FENCED, budget, "position", position.toString());
        requireNothingPrepared();
        if (!link.drain(position, budget.left())) {
            link.requireHealthy();
            throw new CutOverAbortedException(
                    "The " + route.ends().opened() + " did not apply " + position + " within the budget.");
        }
        budget.require("the " + route.ends().opened() + " applied the last changes");
        reach(CutOverStep.DRAINED, budget, "position", position.toString());
        return position;
    }

    /** Before the lock too, so that it is not asked for in vain. */
    void requireNothingPrepared() {
        if (new PreparedTransactions(admin).count() > 0) {
            throw new CutOverAbortedException("XA transactions are prepared on the "
                    + route.ends().closed() + " (XA RECOVER; names them): their commit would pass the fence.");
        }
    }

    private int verify(BinlogCoordinates position, Budget budget) throws InterruptedException {
        StillResult result = comparison.compare(position, budget.forComparing());
        if (!result.differences().isEmpty()) {
            // because without the lock the source moves on while the tables are read, and a difference says nothing
            requireLock(budget);
            throw new DifferencesFoundException(result.differences());
        }
        requireProven(result);
        budget.require("what changed last was compared");
        Map<String, String> details = new HashMap<>(Map.of(
                "ms", budget.spentMillis(),
                "tables", Integer.toString(comparison.size()),
                "changed_rows", Integer.toString(result.rows()),
                "read_whole", Integer.toString(result.tables())));
        if (!result.unproven().isEmpty()) {
            details.put("unproven", String.join(", ", result.unproven()));
        }
        log.hurrying().reach(CutOverStep.VERIFIED.step(), details);
        return comparison.size();
    }

    private void requireProven(StillResult result) {
        if (result.unproven().isEmpty()) {
            return;
        }
        String unproven = String.join(", ", result.unproven());
        if (proof == CutOverProof.REQUIRED) {
            throw new CutOverAbortedException("The budget did not last to compare " + unproven
                    + ", and verify.at_cutover wants proof of everything.");
        }
        log.observe(
                Observation.WARNING.what(),
                Map.of(
                        Observation.WARNING.key(),
                        "Not compared once more inside the pause, as the budget did not last: " + unproven
                                + ". migrate verify --tables can do it as long as nothing writes there."));
    }

    private void requireLock(Budget budget) throws InterruptedException {
        if (!budget.lock().keep()) {
            throw new CutOverAbortedException("The lock on the " + route.ends().closed()
                    + " was lost, or tables were made, renamed or dropped just when it was taken.");
        }
    }

    /** Closes the source for good, and gives the position up to which the target has all that is to move. */
    private BinlogCoordinates close(BinlogCoordinates position, Budget budget) throws InterruptedException {
        log.intend(CutOverStep.OPENING.step(), before);
        budget.require("the " + route.ends().closed() + " was about to be closed");
        requireLock(budget);
        // because a frozen process may wake up after the server gave our lock to others
        Optional<BinlogCoordinates> told = fence.shut(before, budget.lock());
        BinlogCoordinates now = told.isPresent() ? told.get() : link.sourceCoordinates();
        String shut = budget.spentMillis();
        if (fence.standsStill()) {
            if (!position.isAtOrAfter(now)) {
                throw new CutOverAbortedException(
                        "The " + route.ends().closed() + " moved from " + position + " to " + now + " under the lock.");
            }
            budget.require("the " + route.ends().closed() + " was closed");
        } else {
            followOthers(position, now, budget);
        }
        String followed = budget.spentMillis();
        // because whoever dies behind it and before OPEN may as well take it back
        log.hurrying()
                .reach(
                        CutOverStep.OPENING.step(),
                        Map.of(
                                "position",
                                now.toString(),
                                "closed_ms",
                                shut,
                                "followed_ms",
                                followed,
                                "ms",
                                budget.spentMillis()));
        // because from here on nothing opens it by itself: whoever dies behind this goes forward
        fence.confirm();
        return now;
    }

    /**
     * Where other groups write on, the source moves. Nothing of this one may be among what it wrote, and then there is nothing
     * that the target would have to apply first.
     */
    private void followOthers(BinlogCoordinates position, BinlogCoordinates now, Budget budget) {
        budget.requireTime("the group was closed");
        if (position.isAtOrAfter(now)) {
            return; // because nothing at all was written since
        }
        List<String> changes = fence.changesBetween(position, now, passing);
        if (!changes.isEmpty()) {
            throw new CutOverAbortedException(
                    "Somebody wrote to the group's databases while they were closed: " + String.join(", ", changes)
                            + ". Accounts that may write there and are not the group's are named by FM1310.");
        }
        budget.requireTime("the " + route.ends().closed() + "'s last changes were looked through");
    }

    /** Lets the source take writes again, before the lock goes, so that waiting writers need not fail. */
    private void undo(Throwable failure) {
        try {
            if (Settlement.isInterrupted(log)) {
                restore();
            }
        } catch (MySqlException refused) {
            throw new StageFailedException(
                    FailureKind.CLOSED,
                    "The cut-over was given up (" + failure.getMessage() + "), and the "
                            + route.ends().closed() + " could not be told to take writes again: "
                            + refused.getMessage(),
                    "migrate cutover --abort lifts it; resume ends the cut-over where it was closed for good. By hand: "
                            + memory.byHand(before),
                    failure);
        }
        try {
            log.reach(CutOverStep.ABORTED.step(), Map.of("reason", String.valueOf(failure.getMessage())));
        } catch (JournalException | StageFailedException unwritten) {
            failure.addSuppressed(unwritten);
        }
    }

    private void restore() {
        try {
            fence.lift(before);
        } catch (MySqlException lost) {
            try (Session session = route.closed().open()) {
                memory.fence(before, session).lift(before);
            }
        }
    }

    private void reach(CutOverStep step, Budget budget, String key, String value) {
        log.hurrying().reach(step.step(), Map.of(key, value, "ms", budget.spentMillis()));
    }
}
