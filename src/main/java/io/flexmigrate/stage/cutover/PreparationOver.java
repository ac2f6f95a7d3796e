package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.accounts.AccountCopy;
import io.flexmigrate.stage.drift.SourceDrift;
import io.flexmigrate.stage.link.TargetBinlog;
import io.flexmigrate.stage.verify.TableComparisons;
import io.flexmigrate.stage.wayback.WayBack;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Before a group goes over: its accounts are on the target, and the way back is made and proven. */
public record PreparationOver(Plan plan, AccountCopy accounts, SourceDrift drift, WayBack wayBack, Mandate.Reach reach)
        implements Preparation {

    @Override
    public List<Finding> findings(List<Plan.Group> groups) {
        return List.of();
    }

    @Override
    public void run(Plan.Group group, Facts facts, Link link, StageLog log) throws InterruptedException {
        link.requireHealthy();
        Fact.Assessed assessed = facts.get(Fact.Assessed.class);
        if (plan.accounts().copy()) {
            accounts.run(assessed, log.of(StageName.ACCOUNTS));
        }
        drift.warn(facts, log);
        if (reach == Mandate.Reach.MOVE) {
            wayBack.ready(assessed.databases().stream().filter(group::holds).toList(), log);
        }
    }

    /** The first time by what VERIFY wrote down; after the group came back, what was proven then need not be followed again. */
    @Override
    public TableComparisons.Known known(Facts facts, StageLog log) {
        Crossing crossing = log.crossing().orElseThrow();
        boolean provenWhole = IntStream.range(1, crossing.number())
                .allMatch(number -> MoveReading.isProvenWhole(log.in(new Crossing(crossing.group(), number))));
        return Optional.of(crossing)
                .filter(again -> again.number() > 1 && provenWhole)
                .flatMap(again -> WayBack.equalSince(log.in(again.previous())))
                .map(TableComparisons.Known::equal)
                .orElseGet(() -> TableComparisons.Known.byLedger(
                        facts.get(Fact.Linked.class).start()));
    }

    /** Since VERIFY began; after it came back, since it was closed on the target. */
    @Override
    public Optional<BinlogCoordinates> foreignSince(StageLog log) {
        Crossing crossing = log.crossing().orElseThrow();
        return crossing.number() == 1
                ? TargetBinlog.first(log.past(StageName.VERIFY))
                : Optional.of(MoveReading.fence(log.in(crossing.previous())));
    }
}
