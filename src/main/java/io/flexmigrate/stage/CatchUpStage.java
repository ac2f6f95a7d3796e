package io.flexmigrate.stage;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.Fact;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.lag.LagWatching;
import io.flexmigrate.stage.link.LinkWork;
import io.flexmigrate.time.Poll;
import java.time.Duration;
import java.util.Set;

/** Waits until the target has applied what the source had written, again and again, fast enough for long enough. */
public final class CatchUpStage implements Stage {

    /** Only our own clock is looked at so often: what is asked of the servers has limits of its own. */
    private static final Duration BETWEEN = Duration.ofMillis(2);

    private final Plan plan;
    private final MySqlServer source;
    private final MySqlServer target;
    private final Link.Opener links;
    private final LinkWork work;
    private final Patience patience;
    private final Poll poll;

    public CatchUpStage(
            Plan plan,
            MySqlServer source,
            MySqlServer target,
            Link.Opener links,
            LinkWork work,
            Patience patience,
            Poll poll) {
        this.plan = plan;
        this.source = source;
        this.target = target;
        this.links = links;
        this.work = work;
        this.patience = patience;
        this.poll = poll;
    }

    @Override
    public StageName name() {
        return StageName.CATCH_UP;
    }

    @Override
    public Set<Class<? extends Fact>> needs() {
        return Set.of(Fact.Assessed.class, Fact.Dumped.class, Fact.Linked.class);
    }

    /** A killed attempt leaves its heartbeat, and so does one that lost the source. */
    @Override
    public void settle(Facts facts, StageLog log) {
        LagWatching.removeLeftovers(plan.name(), source, log);
    }

    @Override
    public Fact run(Facts facts, StageLog log) throws InterruptedException {
        return patience.bear(log, () -> tidy(facts, log), () -> attempt(facts, log));
    }

    private void tidy(Facts facts, StageLog log) {
        work.nudge(facts.get(Fact.Assessed.class).targetVersion());
        settle(facts, log);
    }

    private Fact attempt(Facts facts, StageLog log) throws InterruptedException {
        Plan.CatchUp bounds = plan.catchUp();
        Fact.Assessed assessed = facts.get(Fact.Assessed.class);
        LagWatching.Subject subject = new LagWatching.Subject(
                plan, source, target, facts.get(Fact.Dumped.class).coordinates(), assessed.targetVersion());
        try (Link link = links.open(assessed);
                LagWatching watch = LagWatching.begin(subject, link, log)) {
            String what = "the lag has been at most " + bounds.maxLag().toMillis() + " ms for "
                    + bounds.stableFor().toSeconds() + " s";
            if (!poll.until(what, bounds.timeout(), BETWEEN, watch::isStable)) {
                throw new StageFailedException(
                        "The target did not catch up within catch_up.timeout ("
                                + bounds.timeout().toSeconds() + " s).",
                        "Run again to go on waiting, or scale the target up while it catches up.");
            }
            return new Fact.CaughtUp(watch.goal(), watch.lag());
        }
    }
}
