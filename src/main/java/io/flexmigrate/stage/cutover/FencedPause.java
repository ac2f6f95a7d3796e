package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.CutOverAbortedException;
import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.ReadLock;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.CutOverProof;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.accounts.AccountOpening;
import io.flexmigrate.stage.fence.Fence;
import io.flexmigrate.stage.fence.FenceChoice;
import io.flexmigrate.stage.fence.Fences;
import io.flexmigrate.stage.link.TargetBinlog;
import io.flexmigrate.stage.verify.StillComparison;
import io.flexmigrate.stage.verify.TableComparisons;
import io.flexmigrate.time.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The write pause itself: from asking for the lock until the clients are sent to the target and the lock goes. */
public final class FencedPause {

    private final Plan plan;
    private final MySqlServer source;
    private final TableComparisons comparisons;
    private final Pause pause;
    private final Aftermath aftermath;

    public FencedPause(Plan plan, MySqlServer source, TableComparisons comparisons, Pause pause, Aftermath aftermath) {
        this.plan = plan;
        this.source = source;
        this.comparisons = comparisons;
        this.pause = pause;
        this.aftermath = aftermath;
    }

    /**
     * Cuts over, or leaves the source as it was.
     *
     * @param reach how far to go
     * @return whether the target has taken the writes
     * @throws CutOverAbortedException when it was given up before OPEN and undone
     * @throws io.flexmigrate.engine.DifferencesFoundException when the sides differ inside the fence; undone likewise
     */
    boolean cutOver(
            Plan.Group group, Mandate.Reach reach, Fact.Assessed assessed, Fact.Linked linked, Link link, StageLog log)
            throws InterruptedException {
        FenceMemory memory = memory(group, assessed);
        FenceChoice choice = memory.fences().choice(group, assessed.databases());
        List<TableName> tables = tables(group, assessed);
        // because every session that is needed inside the pause is opened before it
        try (StillComparison comparison = comparisons
                        .within(group::holds)
                        .whileStill(
                                assessed,
                                since(linked, link, log),
                                tables,
                                plan.verify().threads());
                Session admin = source.open();
                AccountOpening.Ready accounts = aftermath.accounts(group, log)) {
            Fence fence = memory.fences().fence(group, choice, admin);
            comparison.narrow(link, log);
            CutOverProof proof = plan.verify().atCutOver();
            Duration predicted = new Rehearsal(plan.cutover(), proof, link, comparison).predict(log);
            if (reach == Mandate.Reach.REHEARSE) {
                return false;
            }
            Opening opening = new Opening(source, admin, fence, memory, link, comparison, proof, predicted, log);
            log.intend(
                    CutOverStep.FENCED.step(),
                    Map.of(
                            "budget_ms",
                            Long.toString(plan.cutover().budget().toMillis()),
                            "fence",
                            choice.kind().name()));
            try (ReadLock held = acquire(fence, log)) {
                Budget budget = new Budget(plan.cutover().budget(), held);
                if (reach == Mandate.Reach.DRILL) {
                    opening.drill(budget);
                    return false;
                }
                opening.open(budget);
                aftermath.flip(group, fence, accounts, log);
            }
        }
        return true;
    }

    /** The fences of this group as the journal remembers them. */
    FenceMemory memory(Plan.Group group, Fact.Assessed assessed) {
        Dialect dialect = new Dialect(ServerVersion.parse(assessed.sourceVersion()));
        return new FenceMemory(new Fences(plan, source, dialect, pause), group, assessed.databases());
    }

    private List<TableName> tables(Plan.Group group, Fact.Assessed assessed) {
        return comparisons.tables(assessed).stream()
                .filter(table -> group.holds(table.database()))
                .toList();
    }

    private static TableComparisons.Since since(Fact.Linked linked, Link link, StageLog log) {
        return new TableComparisons.Since(
                linked.start(), link.sourceCoordinates(), TargetBinlog.first(log.past(StageName.VERIFY)));
    }

    private ReadLock acquire(Fence fence, StageLog log) throws InterruptedException {
        try {
            return fence.acquire(plan.cutover().budget(), log);
        } catch (StageFailedException refused) {
            log.reach(CutOverStep.ABORTED.step(), Map.of("reason", String.valueOf(refused.getMessage())));
            throw new CutOverAbortedException(String.valueOf(refused.getMessage()), refused);
        }
    }
}
