package io.flexmigrate.testing;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A stage of two steps in a {@link FakeWorld}, which settles an intent without outcome by asking the world. */
public final class FakeStage implements Stage {

    private final StageName name;
    private final FakeWorld world;
    private final Deque<List<Finding>> befores = new ArrayDeque<>();
    private final Deque<List<Finding>> afters = new ArrayDeque<>();
    private @Nullable Throwable failure;
    private int pauses;
    private int runs;
    private int settlements;
    private boolean goesForward;

    public FakeStage(StageName name, FakeWorld world) {
        this.name = name;
        this.world = world;
    }

    /** All stages, in order, in one world. */
    public static List<FakeStage> all(FakeWorld world) {
        return Arrays.stream(StageName.values())
                .map(stage -> new FakeStage(stage, world))
                .toList();
    }

    /** Finds these things the next time it looks before its work. */
    public void findBefore(Finding... findings) {
        befores.add(List.of(findings));
    }

    /** Finds these things the next time it looks after its work. */
    public void findAfter(Finding... findings) {
        afters.add(List.of(findings));
    }

    /** Fails the next time between its two steps. */
    public void failOnce(Throwable throwable) {
        failure = throwable;
    }

    /** Wants a person's word the next time before it is done. */
    public void pauseOnce() {
        pauses++;
    }

    /** How often its work began. */
    public int runs() {
        return runs;
    }

    @Override
    public StageName name() {
        return name;
    }

    @Override
    public Set<Class<? extends Fact>> needs() {
        return Arrays.stream(StageName.values())
                .filter(earlier -> earlier.compareTo(name) < 0)
                .map(StageName::produces)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Finding> before(Facts facts) {
        return befores.isEmpty() ? List.of() : befores.remove();
    }

    @Override
    public void settle(Facts facts, StageLog log) {
        settlements++;
    }

    /** Finds out when it settles that there is only forward. */
    public void goForwardOnceSettled() {
        goesForward = true;
    }

    @Override
    public boolean mustGoOn(StageLog log) {
        return goesForward && settlements > 0;
    }

    /** How often it was told to undo what an earlier attempt left. */
    public int settlements() {
        return settlements;
    }

    @Override
    public Fact run(Facts facts, StageLog log) throws InterruptedException {
        runs++;
        needs().forEach(facts::get);
        step(log, Step.of("first"));
        failIfToldTo();
        step(log, Step.of("second"));
        return name == StageName.LINK
                ? new Fact.Linked(facts.get(Fact.Dumped.class).coordinates(), Optional.empty())
                : Samples.factOf(name);
    }

    @Override
    public boolean isToPause(StageLog log) {
        return pauses-- > 0;
    }

    private void step(StageLog log, Step step) {
        if (log.hasReached(step)) {
            return;
        }
        if (!log.hasIntended(step)) {
            log.intend(step, Map.of());
        }
        String effect = name + " " + step;
        if (!world.has(effect)) {
            world.effect(effect);
        }
        log.reach(step, Map.of());
    }

    private void failIfToldTo() throws InterruptedException {
        Throwable now = failure;
        failure = null;
        if (now instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (now instanceof InterruptedException interruption) {
            throw interruption;
        }
    }

    @Override
    public List<Finding> after(Facts facts) {
        facts.get(name.produces());
        return afters.isEmpty() ? List.of() : afters.remove();
    }
}
