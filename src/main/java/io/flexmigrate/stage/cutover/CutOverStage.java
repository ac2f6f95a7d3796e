package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Moves;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Moves the writes, one group after the other, and back where that is wanted. */
public final class CutOverStage implements Stage {

    private final Plan plan;
    private final Mandate mandate;
    private final Passage over;
    private final Passage back;

    public CutOverStage(Plan plan, Mandate mandate, Passage over, Passage back) {
        this.plan = plan;
        this.mandate = mandate;
        this.over = over;
        this.back = back;
    }

    /** The rules of what may stand in the way of its beginning. */
    public static List<Rule> rules() {
        return Stream.concat(Readiness.RULES.stream(), PreparationBack.RULES.stream())
                .toList();
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
        return mandate.groups().isEmpty() ? List.of() : passage(mandate.way()).findings(wanted());
    }

    /** From OPEN on there is only forward, whether or not the closed server can be asked. */
    @Override
    public boolean mustGoOn(StageLog log) {
        return moves(log).isUnderWay();
    }

    @Override
    public void settle(Facts facts, StageLog log) {
        Moves moves = moves(log);
        for (Plan.Group group : plan.cutover().groups()) {
            Crossing crossing = moves.next(group.name());
            if (!moves.isUnderWay(group.name())) {
                passage(crossing.way()).settle(group, facts, mandate.reach(), log.in(crossing));
            }
        }
    }

    @Override
    public Fact run(Facts facts, StageLog log) throws InterruptedException {
        for (Plan.Group group : plan.cutover().groups()) {
            if (moves(log).isUnderWay(group.name())) {
                go(group, facts, log);
            } else {
                lookAgain(group, facts, log);
            }
        }
        for (Plan.Group group : wanted()) {
            if (moves(log).next(group.name()).way() == mandate.way()) {
                go(group, facts, log);
            }
        }
        return new Fact.CutOver(MoveReading.all(plan.cutover().groups(), facts.get(Fact.Assessed.class), log));
    }

    /** Going back is wanted of a stage that was done. */
    @Override
    public boolean isStale(Progress progress) {
        return mandate.way() == Crossing.Way.BACK;
    }

    @Override
    public boolean isToPause(StageLog log) {
        Moves moves = moves(log);
        return !names().stream().allMatch(moves::isDone);
    }

    private List<String> names() {
        return plan.cutover().groups().stream().map(Plan.Group::name).toList();
    }

    private void go(Plan.Group group, Facts facts, StageLog log) throws InterruptedException {
        Crossing crossing = moves(log).next(group.name());
        passage(crossing.way()).go(group, facts, mandate.reach(), log.in(crossing));
    }

    private void lookAgain(Plan.Group group, Facts facts, StageLog log) throws InterruptedException {
        Optional<Crossing> last = moves(log).lastOpen(group.name());
        if (last.isPresent()) {
            passage(last.get().way()).lookAgain(group, facts, log.in(last.get()));
        }
    }

    private static Moves moves(StageLog log) {
        return Moves.of(log.past());
    }

    private List<Plan.Group> wanted() {
        return mandate.groups().stream().flatMap(this::group).toList();
    }

    private Stream<Plan.Group> group(String name) {
        return plan.cutover().groups().stream().filter(group -> group.name().equals(name));
    }

    private Passage passage(Crossing.Way way) {
        return way == Crossing.Way.OVER ? over : back;
    }
}
