package io.flexmigrate.engine;

import io.flexmigrate.model.Fact;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Walks the same stages with ports that say instead of do.
 *
 * <p>Pre- and post-conditions of the later stages are left out: they look at what a dry run has not changed.
 */
public final class DryRun {

    private final List<Stage> stages;
    private final InstantSource clock;
    private final Listener listener;

    /** Hears what is described. */
    public interface Listener {

        /** A stage is about to be described. */
        void before(StageName stage);

        /** A stage is described, and would leave this fact. */
        void after(StageName stage, Fact fact);

        /** What this stage would do, and every later one, cannot be said, or not all of it. */
        void undescribed(StageName stage, String reason);
    }

    /** @param stages made of describing ports */
    public DryRun(List<Stage> stages, InstantSource clock, Listener listener) {
        this.stages = List.copyOf(stages);
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Describes all stages, as far as that is possible, also when findings block.
     *
     * @return what blocks; empty when nothing does
     */
    public Optional<StageBlockedException> describe() throws InterruptedException {
        Journal journal = new TransientJournal();
        Optional<StageBlockedException> blocked = Optional.empty();
        for (Stage stage : stages) {
            listener.before(stage.name());
            try {
                produce(stage, journal);
            } catch (StageBlockedException blocks) {
                blocked = Optional.of(blocks);
                if (blocks.fact().isEmpty()) {
                    listener.undescribed(stage.name(), "not enough could be read");
                    return blocked;
                }
                leave(stage, blocks.fact().get(), journal);
            } catch (RuntimeException failure) {
                if (blocked.isEmpty()) {
                    throw failure;
                }
                listener.undescribed(stage.name(), String.valueOf(failure.getMessage()));
                return blocked;
            }
        }
        return blocked;
    }

    private void produce(Stage stage, Journal journal) throws InterruptedException {
        StageLog log = new StageLog(stage.name(), journal, clock);
        leave(stage, stage.run(Progress.of(journal.events()).facts(), log), journal);
    }

    private void leave(Stage stage, Fact fact, Journal journal) {
        journal.append(new Event.Produced(stage.name(), clock.instant(), fact));
        listener.after(stage.name(), fact);
    }
}
