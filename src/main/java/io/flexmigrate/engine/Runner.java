package io.flexmigrate.engine;

import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Walks the stages in order, from wherever the journal says the run is. One thread drives it. */
public final class Runner {

    /** How a walk ended when nothing went wrong. */
    public enum End {
        FINISHED,
        AT_GATE
    }

    private final List<Stage> stages;
    private final Journal journal;
    private final InstantSource clock;
    private final RunGuard guard;

    public Runner(List<Stage> stages, Journal journal, InstantSource clock, RunGuard guard) {
        this.stages = List.copyOf(stages);
        this.journal = new GuardedJournal(journal, guard);
        this.clock = clock;
        this.guard = guard;
    }

    /**
     * Walks until the end, a gate or an exception.
     *
     * @param gates stages before which the walk stops, whether or not an attempt at them was interrupted; but where that attempt
     *     must go on
     */
    public End run(Set<StageName> gates) throws InterruptedException {
        for (Stage stage : stages) {
            try {
                if (run(stage, gates) == End.AT_GATE) {
                    return End.AT_GATE;
                }
            } catch (StageFailedException failure) {
                throw failure.in(stage.name());
            }
        }
        return End.FINISHED;
    }

    private End run(Stage stage, Set<StageName> gates) throws InterruptedException {
        StageState state = state(stage);
        if (state == StageState.DONE) {
            return End.FINISHED;
        }
        if (!progress().events(stage.name()).isEmpty()) {
            acquireGuard(stage);
            stage.settle(progress().facts(), log(stage));
        }
        boolean isGate = gates.contains(stage.name()) && !stage.mustGoOn(log(stage));
        if (state != StageState.PRODUCED && isGate) {
            return End.AT_GATE;
        }
        acquireGuard(stage);
        return walk(stage, state);
    }

    private void acquireGuard(Stage stage) {
        if (stage.name().changesTheWorld()) {
            guard.acquire();
        }
    }

    private StageState state(Stage stage) {
        StageState state = progress().state(stage.name());
        return state == StageState.DONE && stage.isStale(progress()) ? StageState.TO_DO : state;
    }

    private End walk(Stage stage, StageState state) throws InterruptedException {
        if (state != StageState.PRODUCED && work(stage, state) == End.AT_GATE) {
            return End.AT_GATE;
        }
        List<Finding> findings = stage.after(progress().facts());
        if (findings.stream().anyMatch(Finding::blocks)) {
            fail(stage, texts(findings, Finding::message));
            throw refusal(stage, findings);
        }
        journal.append(new Event.Confirmed(stage.name(), clock.instant()));
        return End.FINISHED;
    }

    private End work(Stage stage, StageState state) throws InterruptedException {
        if (state == StageState.TO_DO) {
            List<Finding> findings = stage.mustGoOn(log(stage))
                    ? List.of()
                    : stage.before(progress().facts());
            if (findings.stream().anyMatch(Finding::blocks)) {
                throw refusal(stage, findings);
            }
            journal.append(new Event.Started(stage.name(), clock.instant()));
        }
        Fact fact = produce(stage);
        if (stage.isToPause(log(stage))) {
            journal.append(new Event.Paused(stage.name(), clock.instant()));
            return End.AT_GATE;
        }
        journal.append(new Event.Produced(stage.name(), clock.instant(), fact));
        return End.FINISHED;
    }

    /** Blocked means that nothing was changed; once something may have been, the stage failed. */
    private static RuntimeException refusal(Stage stage, List<Finding> findings) {
        return stage.name().changesTheWorld()
                ? new StageFailedException(texts(findings, Finding::message), texts(findings, Finding::remedy))
                : new StageBlockedException(stage.name(), findings);
    }

    private Fact produce(Stage stage) throws InterruptedException {
        try {
            return stage.run(progress().facts(), log(stage));
        } catch (StageFailedException | CutOverAbortedException | DifferencesFoundException failure) {
            fail(stage, failure.getMessage());
            throw failure;
        }
    }

    private StageLog log(Stage stage) {
        return new StageLog(stage.name(), journal, clock);
    }

    private void fail(Stage stage, @Nullable String reason) {
        journal.append(new Event.Failed(stage.name(), clock.instant(), String.valueOf(reason)));
    }

    private Progress progress() {
        return Progress.of(journal.events());
    }

    private static String texts(List<Finding> findings, Function<Finding, String> text) {
        return findings.stream().filter(Finding::blocks).map(text).distinct().collect(Collectors.joining("; "));
    }
}
