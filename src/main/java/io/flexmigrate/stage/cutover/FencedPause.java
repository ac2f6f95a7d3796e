package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.CutOverAbortedException;
import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.ReadLock;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.CutOverProof;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.LockRefusedException;
import io.flexmigrate.stage.fence.Fence;
import io.flexmigrate.stage.fence.FenceChoice;
import io.flexmigrate.stage.verify.StillComparison;
import io.flexmigrate.stage.verify.TableComparisons;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The write pause itself: from asking for the lock until the clients are sent to the target and the lock goes. */
public final class FencedPause {

    /** What is left to do can wait until the clients have logged in again: it would only be in their way. */
    private static final Duration CLIENTS_FIRST = Duration.ofMillis(250);

    private final Route route;
    private final Aftermath aftermath;

    public FencedPause(Route route, Aftermath aftermath) {
        this.route = route;
        this.aftermath = aftermath;
    }

    /**
     * Cuts over, or leaves the source as it was.
     *
     * @param reach how far to go
     * @param seen as this way sees it
     * @param since from where on changes matter
     * @return whether the other server has taken the writes
     * @throws CutOverAbortedException when it was given up before OPEN and undone
     * @throws io.flexmigrate.engine.DifferencesFoundException when the sides differ inside the fence; undone likewise
     */
    boolean cutOver(
            Plan.Group group,
            Mandate.Reach reach,
            Fact.Assessed seen,
            TableComparisons.Since since,
            Link link,
            StageLog log)
            throws InterruptedException {
        Plan plan = route.plan();
        FenceMemory memory = route.memory(group, seen);
        FenceChoice choice = memory.fences().choice(group, seen.databases());
        // because every session that is needed inside the pause is opened before it
        try (StillComparison comparison = route.comparisons()
                        .within(database -> route.holds(group, seen, database))
                        .whileStill(
                                seen, since, tables(group, seen), plan.verify().threads());
                Session admin = route.closed().open();
                Arrival arrival = aftermath.arrival(group, seen, log)) {
            Fence fence = memory.fences().fence(group, choice, admin);
            comparison.narrow(link, log);
            CutOverProof proof = plan.verify().atCutOver();
            Map<String, String> before = fence.standing();
            UnrehearsedParts rest =
                    looks(arrival.hooks(), fence, before, link).orAsMeasured(log.past(StageName.CUT_OVER));
            Duration predicted = new Rehearsal(plan.cutover(), proof, link, comparison, rest).predict(log);
            if (reach == Mandate.Reach.REHEARSE) {
                return false;
            }
            Opening opening = new Opening(
                    route, admin, fence, before, memory, route.passing(log), link, comparison, proof, predicted, log);
            opening.requireNothingPrepared();
            log.intend(
                    CutOverStep.FENCED.step(),
                    Map.of(
                            "budget_ms",
                            Long.toString(plan.cutover().budget().toMillis()),
                            "fence",
                            choice.kind().name()));
            // because the last time, right before the lock, must be short: who is in its way is looked for before that
            comparison.narrow(link, log);
            Practice practice = new Practice(opening, arrival.hooks());
            if (reach == Mandate.Reach.DRILL) {
                drill(practice, rest);
                return false;
            }
            try {
                fence.arm(before);
                open(practice, rest, arrival);
            } finally {
                disarm(fence, log);
            }
        }
        return true;
    }

    /** Whatever can be looked at before the lock does not prolong the pause, and tells how long it takes. */
    private static UnrehearsedParts looks(FlipHooks hooks, Fence fence, Map<String, String> before, Link link)
            throws InterruptedException {
        Stopwatch closing = SystemClock.stopwatch();
        BinlogCoordinates now = link.sourceCoordinates();
        fence.rehearse(before, now, now);
        Duration closed = closing.elapsed();
        Stopwatch flip = SystemClock.stopwatch();
        hooks.look();
        return new UnrehearsedParts(closed, flip.elapsed());
    }

    private void drill(Practice practice, UnrehearsedParts rest) throws InterruptedException {
        Budget.Terms terms = terms(rest);
        try (ReadLock held = acquire(practice)) {
            practice.opening().drill(new Budget(terms, held));
        }
    }

    private void open(Practice practice, UnrehearsedParts rest, Arrival arrival) throws InterruptedException {
        StageLog log = practice.opening().log();
        Budget.Terms terms = terms(rest);
        try (ReadLock held = acquire(practice)) {
            practice.opening().open(new Budget(terms, held));
            arrival.flip(log);
            held.letGo();
            route.pause().pause(CLIENTS_FIRST);
            arrival.finish(log);
        }
    }

    private Budget.Terms terms(UnrehearsedParts rest) {
        return Budget.terms(route.plan().cutover().budget(), rest);
    }

    /** Unless something is closed that only this opens again; what cannot be taken away now runs, and finds all open. */
    private static void disarm(Fence fence, StageLog log) {
        if (!log.hasReached(CutOverStep.OPEN.step()) && !Settlement.isInterrupted(log)) {
            try {
                fence.disarm();
            } catch (MySqlException gone) {
                log.observe("guard-left", Map.of("reason", String.valueOf(gone.getMessage())));
            }
        }
    }

    private List<TableName> tables(Plan.Group group, Fact.Assessed seen) {
        return route.comparisons().tables(seen).stream()
                .filter(table -> route.holds(group, seen, table.database()))
                .toList();
    }

    /**
     * What changed since it was last proven would all be left to the pause: so once more, when nothing but asking is left. Practice
     * takes so long that much has changed then, which is proven first. And a collection of garbage inside the pause would prolong it by
     * tens of milliseconds: so it is now, and what the pause needs fits into what is free then.
     */
    private ReadLock acquire(Practice practice) throws InterruptedException {
        Opening opening = practice.opening();
        StageLog log = opening.log();
        try {
            return opening.fence().acquire(route.plan().cutover().budget(), log, () -> {
                practice.play();
                opening.comparison().narrow(opening.link(), log);
                System.gc();
                opening.comparison().narrow(opening.link(), log);
            });
        } catch (LockRefusedException refused) {
            log.reach(CutOverStep.ABORTED.step(), Map.of("reason", String.valueOf(refused.getMessage())));
            throw new CutOverAbortedException(String.valueOf(refused.getMessage()), refused);
        }
    }
}
