package io.flexmigrate.stage;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Moves;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.stage.link.LinkWork;
import io.flexmigrate.stage.link.ScopeFilter;
import java.util.List;
import java.util.Set;

/**
 * Links the target to the source where the snapshot ends, and starts the link.
 *
 * <p>The target is asked first, and again each time the run goes on: a link that stands rightly is only started.
 */
public final class LinkStage implements Stage {

    static final Rule KEPT = Rule.absolute(
            "FM2001",
            "The source still has the binlog that the target needs next",
            "The target goes on where its data end; what a purged binlog held cannot be replicated.",
            "https://dev.mysql.com/doc/refman/8.0/en/purge-binary-logs.html");

    private final LinkWork work;
    private final Patience patience;

    public LinkStage(LinkWork work, Patience patience) {
        this.work = work;
        this.patience = patience;
    }

    @Override
    public StageName name() {
        return StageName.LINK;
    }

    @Override
    public Set<Class<? extends Fact>> needs() {
        return Set.of(Fact.Assessed.class, Fact.Dumped.class, Fact.Loaded.class);
    }

    @Override
    public List<Finding> before(Facts facts) {
        return work.missingBinlog(facts.get(Fact.Assessed.class), facts.get(Fact.Dumped.class))
                .map(missing -> KEPT.blocker(
                        "source binlog",
                        missing,
                        "Keep binlogs longer on the source and begin again with a new work directory."))
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public Fact run(Facts facts, StageLog log) throws InterruptedException {
        Fact.Dumped dumped = facts.get(Fact.Dumped.class);
        Fact.Assessed assessed = facts.get(Fact.Assessed.class);
        if (work.hasRun(log)) {
            patience.bear(log, () -> work.nudge(assessed.targetVersion()), () -> linked(assessed, dumped, log));
        } else {
            linked(
                    assessed, dumped,
                    log); // because what stops a first attempt is more often a mistake than a passing trouble
        }
        return new Fact.Linked(dumped.coordinates(), ScopeFilter.before(log));
    }

    private boolean linked(Fact.Assessed assessed, Fact.Dumped dumped, StageLog log) throws InterruptedException {
        work.link(assessed, dumped, log);
        return true;
    }

    /** Somebody may have stopped the link since; once the target took the writes, it is nothing to be mended. */
    @Override
    public boolean isStale(Progress progress) {
        return !Moves.of(progress.events(StageName.CUT_OVER)).isUnderWay() && !progress.isDone(StageName.CUT_OVER);
    }

    static Dialect dialect(String version) {
        return new Dialect(ServerVersion.parse(version));
    }
}
