package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.accounts.AccountCopy;
import io.flexmigrate.stage.drift.SourceDrift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Moves the writes of the one group, scope whole server: ready, rehearse, fence, drain, verify, open, flip. */
public final class CutOverStage implements Stage {

    private final Plan plan;
    private final MySqlServer source;
    private final SourceDrift drift;
    private final Link.Opener links;
    private final FencedPause pause;
    private final Aftermath aftermath;
    private final AccountCopy accounts;

    public CutOverStage(
            Plan plan,
            MySqlServer source,
            SourceDrift drift,
            Link.Opener links,
            FencedPause pause,
            Aftermath aftermath,
            AccountCopy accounts) {
        this.plan = plan;
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
        return new Readiness(plan, source).findings();
    }

    /** From OPEN on there is only forward, whether or not the source can be asked. */
    @Override
    public boolean mustGoOn(StageLog log) {
        return Settlement.isOpen(log);
    }

    @Override
    public void settle(Facts facts, StageLog log) {
        if (!Settlement.isOpen(log)) {
            settlement(facts).undoOpening(log);
        }
    }

    @Override
    public Fact run(Facts facts, StageLog log) throws InterruptedException {
        Fact.Assessed assessed = facts.get(Fact.Assessed.class);
        if (Settlement.isOpen(log)) {
            settlement(facts).requireStillClosed(openDetails(log).fence(), log);
        } else {
            if (plan.accounts().copy()) {
                accounts.run(assessed, log.of(StageName.ACCOUNTS));
            }
            drift.warn(facts, log);
            open(assessed, facts.get(Fact.Linked.class), log);
        }
        aftermath.forward(dialect(assessed), log);
        return fact(log);
    }

    private void open(Fact.Assessed assessed, Fact.Linked linked, StageLog log) throws InterruptedException {
        try (Link link = links.open(assessed)) {
            link.requireHealthy();
            log.reach(CutOverStep.READY.step(), Map.of());
            pause.cutOver(assessed, linked, dialect(assessed), link, log);
        }
    }

    private Settlement settlement(Facts facts) {
        return new Settlement(source, dialect(facts.get(Fact.Assessed.class)));
    }

    private static Dialect dialect(Fact.Assessed assessed) {
        return new Dialect(ServerVersion.parse(assessed.sourceVersion()));
    }

    private record OpenDetails(BinlogCoordinates fence, Duration predicted, int tables) {}

    private static OpenDetails openDetails(StageLog log) {
        Map<String, String> details = reached(log, CutOverStep.OPEN).details();
        return new OpenDetails(
                new BinlogCoordinates(
                        details.getOrDefault("file", ""), Long.parseLong(details.getOrDefault("position", "0"))),
                Duration.ofMillis(Long.parseLong(details.getOrDefault("predicted_ms", "0"))),
                Integer.parseInt(details.getOrDefault("tables", "0")));
    }

    private Fact fact(StageLog log) {
        OpenDetails open = openDetails(log);
        Instant fenced = reached(log, CutOverStep.FENCED).at();
        Duration before = Duration.ofMillis(
                Long.parseLong(reached(log, CutOverStep.FENCED).details().getOrDefault("ms", "0")));
        Duration measured =
                Duration.between(fenced, reached(log, CutOverStep.FLIPPED).at()).plus(before);
        return new Fact.CutOver(
                plan.cutover().groups().get(0).name(), open.fence(), open.predicted(), measured, open.tables());
    }

    /** The last time this step was reached. */
    private static Event.Reached reached(StageLog log, CutOverStep step) {
        return log.past().stream()
                .filter(Event.Reached.class::isInstance)
                .map(Event.Reached.class::cast)
                .filter(event -> event.step().equals(step.step()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("the cut-over did not reach " + step));
    }
}
