package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Moves;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.accounts.AccountCopy;
import io.flexmigrate.stage.drift.SourceDrift;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Moves the writes, one group after the other: ready, rehearse, fence, drain, verify, open, flip. */
public final class CutOverStage implements Stage {

    private final Plan plan;
    private final Mandate mandate;
    private final MySqlServer source;
    private final SourceDrift drift;
    private final Link.Opener links;
    private final FencedPause pause;
    private final Aftermath aftermath;
    private final AccountCopy accounts;

    public CutOverStage(
            Plan plan,
            Mandate mandate,
            MySqlServer source,
            SourceDrift drift,
            Link.Opener links,
            FencedPause pause,
            Aftermath aftermath,
            AccountCopy accounts) {
        this.plan = plan;
        this.mandate = mandate;
        this.source = source;
        this.drift = drift;
        this.links = links;
        this.pause = pause;
        this.aftermath = aftermath;
        this.accounts = accounts;
    }

    /** The rules of what may stand in the way of its beginning. */
    public static List<Rule> rules() {
        return Readiness.RULES;
    }

    @Override
    public StageName name() {
        return StageName.CUT_OVER;
    }

    @Override
    public Set<Class<? extends Fact>> needs() {
        return Set.of(
                Fact.Assessed.class,
                Fact.Dumped.class,
                Fact.AccountsReady.class,
                Fact.Linked.class,
                Fact.CaughtUp.class,
                Fact.Verified.class);
    }

    @Override
    public List<Finding> before(Facts facts) {
        return new Readiness(plan, source, aftermath.flips()).findings(wanted());
    }

    /** From OPEN on there is only forward, whether or not the source can be asked. */
    @Override
    public boolean mustGoOn(StageLog log) {
        return Moves.of(log.past()).isUnderWay();
    }

    @Override
    public void settle(Facts facts, StageLog log) {
        Moves moves = Moves.of(log.past());
        plan.cutover().groups().stream()
                .filter(group -> !moves.isOpen(group.name()))
                .forEach(group -> settlement(group, facts).undoOpening(log.inGroup(group.name())));
    }

    @Override
    public Fact run(Facts facts, StageLog log) throws InterruptedException {
        for (Plan.Group group : due(Moves.of(log.past()))) {
            move(group, facts, log.inGroup(group.name()));
        }
        return new Fact.CutOver(MoveReading.all(plan.cutover().groups(), facts.get(Fact.Assessed.class), log));
    }

    @Override
    public boolean isToPause(StageLog log) {
        Moves moves = Moves.of(log.past());
        return !plan.cutover().groups().stream().map(Plan.Group::name).allMatch(moves::isDone);
    }

    /** What is open comes first, and then what is wanted. */
    private List<Plan.Group> due(Moves moves) {
        List<Plan.Group> due = new ArrayList<>(plan.cutover().groups().stream()
                .filter(group -> moves.isOpen(group.name()) && !moves.isDone(group.name()))
                .toList());
        due.addAll(
                wanted().stream().filter(group -> !moves.isOpen(group.name())).toList());
        return due;
    }

    private List<Plan.Group> wanted() {
        return mandate.groups().stream().flatMap(this::group).toList();
    }

    private Stream<Plan.Group> group(String name) {
        return plan.cutover().groups().stream().filter(group -> group.name().equals(name));
    }

    private void move(Plan.Group group, Facts facts, StageLog log) throws InterruptedException {
        Fact.Assessed assessed = facts.get(Fact.Assessed.class);
        if (log.hasReached(CutOverStep.OPEN.step())) {
            settlement(group, facts).requireStillClosed(MoveReading.fence(log), log);
        } else if (!open(group, assessed, facts, log)) {
            return;
        }
        aftermath.forward(group, pause.memory(group, assessed), log);
    }

    /** Whether the target has taken the writes. */
    private boolean open(Plan.Group group, Fact.Assessed assessed, Facts facts, StageLog log)
            throws InterruptedException {
        if (plan.accounts().copy()) {
            accounts.run(assessed, log.of(StageName.ACCOUNTS));
        }
        drift.warn(facts, log);
        try (Link link = links.open(assessed)) {
            link.requireHealthy();
            log.reach(CutOverStep.READY.step(), Map.of());
            return pause.cutOver(group, mandate.reach(), assessed, facts.get(Fact.Linked.class), link, log);
        }
    }

    private Settlement settlement(Plan.Group group, Facts facts) {
        return new Settlement(source, pause.memory(group, facts.get(Fact.Assessed.class)));
    }
}
