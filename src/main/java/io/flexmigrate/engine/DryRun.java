package io.flexmigrate.engine;

import io.flexmigrate.model.Fact;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Walks the same stages with ports that say instead of do.
 *
 * <p>Pre- and post-conditions of the later stages are left out: they look at what a dry run has not changed.
 */
public final class DryRun {

    private final List<Stage> stages;
    private final InstantSource clock;
    private final BiConsumer<StageName, Fact> after;

    /**
     * @param stages made of describing ports
     * @param after gets the fact of each stage once it is described
     */
    public DryRun(List<Stage> stages, InstantSource clock, BiConsumer<StageName, Fact> after) {
        this.stages = List.copyOf(stages);
        this.clock = clock;
        this.after = after;
    }

    /**
     * Describes all stages.
     *
     * @param before gets the name of each stage before it is described
     * @throws StageBlockedException when ASSESS finds what blocks
     */
    public void describe(Consumer<StageName> before) throws InterruptedException {
        Journal journal = new TransientJournal();
        for (Stage stage : stages) {
            before.accept(stage.name());
            StageLog log = new StageLog(stage.name(), journal, clock);
            Fact fact = stage.run(Progress.of(journal.events()).facts(), log);
            journal.append(new Event.Produced(stage.name(), clock.instant(), fact));
            after.accept(stage.name(), fact);
        }
    }
}
