package io.flexmigrate.stage.verify;

import io.flexmigrate.engine.DifferencesFoundException;
import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Patience;
import io.flexmigrate.stage.fidelity.FidelityCheck;
import io.flexmigrate.stage.link.LinkWork;
import io.flexmigrate.stage.link.TargetBinlog;
import io.flexmigrate.time.Pause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares all definitions and every table while replication runs, without a lock on either side. */
public final class VerifyStage implements Stage {

    private final Plan plan;
    private final TableComparisons comparisons;
    private final FidelityCheck fidelity;
    private final LinkWork work;
    private final Patience patience;

    public VerifyStage(
            Plan plan, TableComparisons comparisons, FidelityCheck fidelity, LinkWork work, Patience patience) {
        this.plan = plan;
        this.comparisons = comparisons;
        this.fidelity = fidelity;
        this.work = work;
        this.patience = patience;
    }

    @Override
    public StageName name() {
        return StageName.VERIFY;
    }

    @Override
    public Set<Class<? extends Fact>> needs() {
        return Set.of(Fact.Assessed.class, Fact.Linked.class, Fact.CaughtUp.class);
    }

    @Override
    public Fact run(Facts facts, StageLog log) throws InterruptedException {
        Fact.Assessed assessed = facts.get(Fact.Assessed.class);
        comparisons.beginWatching(assessed, facts.get(Fact.Linked.class).start(), log);
        List<Verdict> verdicts = patience.bear(log, () -> work.nudge(assessed.targetVersion()), () -> {
            fidelity.requireWhileMoving(assessed);
            return comparisons
                    .telling(VerifyProgress.of(facts, log))
                    .whileMoving(
                            assessed,
                            facts.get(Fact.Linked.class).start(),
                            comparisons.tables(assessed),
                            plan.verify().threads(),
                            load(log));
        });
        verdicts.forEach(verdict -> log.observe(
                Observation.COMPARISON.what(),
                Map.of(
                        "table",
                        verdict.table().toString(),
                        Observation.COMPARISON.key(),
                        verdict.kind().name(),
                        "words",
                        verdict.words(),
                        "cost_ms",
                        Long.toString(verdict.cost().toMillis()))));
        Optional<BinlogCoordinates> linked = TargetBinlog.first(log.past(StageName.LINK));
        TrackedComparison.foreignWarning(comparisons.foreignWrites(assessed, linked))
                .ifPresent(
                        warning -> log.observe(Observation.WARNING.what(), Map.of(Observation.WARNING.key(), warning)));
        List<String> differences = verdicts.stream()
                .filter(verdict -> verdict.kind() == Verdict.Kind.DIFFERENT)
                .map(verdict -> verdict.table() + " " + verdict.words())
                .toList();
        if (!differences.isEmpty()) {
            throw new DifferencesFoundException(differences);
        }
        return new Fact.Verified(names(verdicts, Verdict.Kind.EQUAL), names(verdicts, Verdict.Kind.MOVING));
    }

    private LoadLimit load(StageLog log) {
        return new LoadLimit(
                plan.verify().maxLoad(),
                Pause.real(),
                text -> log.observe(Observation.LOAD.what(), Map.of(Observation.LOAD.key(), text)));
    }

    private static List<String> names(List<Verdict> verdicts, Verdict.Kind kind) {
        return verdicts.stream()
                .filter(verdict -> verdict.kind() == kind)
                .map(verdict -> verdict.table().toString())
                .toList();
    }
}
