package io.flexmigrate.engine;

import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import java.util.List;
import java.util.Set;

/**
 * One stage of a migration.
 *
 * <p>{@link #before} and {@link #after} only read. {@link #run} may be killed at any instant and is safe to call again: it
 * looks into its log and asks the servers what stands.
 */
public interface Stage {

    StageName name();

    /** The kinds of fact it reads; all of them are left by earlier stages. */
    Set<Class<? extends Fact>> needs();

    /** Everything that stands in the way of {@link #run} now, all of it at once. */
    default List<Finding> before(Facts facts) {
        return List.of();
    }

    /** Whether an earlier attempt went so far that nothing found by {@link #before} may stop the next one. */
    default boolean mustGoOn(StageLog log) {
        return false;
    }

    /**
     * Settles what an earlier attempt left on the servers: undoes it, or sees that it must go on; called when there was one, before anything else is decided, even
     * whether the run is to stop at a gate.
     */
    default void settle(Facts facts, StageLog log) {}

    /**
     * Does the work.
     *
     * @throws StageFailedException when it could not be done and can be tried again
     * @throws UncertainException when it cannot be known who owns the writes
     */
    Fact run(Facts facts, StageLog log) throws InterruptedException;

    /**
     * Whether the work of this stage, though done, is to be done again when the run goes on from here.
     *
     * @param progress how far the run is
     */
    default boolean isStale(Progress progress) {
        return false;
    }

    /** Whether somebody's word is wanted before the rest of it is done: the walk then stops, and comes back to it. */
    default boolean isToPause(StageLog log) {
        return false;
    }

    /** Everything that does not hold though it should after {@link #run}, measured anew. */
    default List<Finding> after(Facts facts) {
        return List.of();
    }
}
