package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/**
 * One question asked of what was read.
 *
 * @param <T> what it looks at
 */
interface Check<T> {

    /** All rules its findings may be about. */
    List<Rule> rules();

    /** Whether it is about moving the writes, so that it says nothing of a target that stays a replica. */
    default boolean isOfCutOver() {
        return false;
    }

    /**
     * Everything it has to say; empty when all is well.
     *
     * @throws UnreadException when it needs a part that could not be read: then each of its rules is unknown
     */
    List<Finding> findings(Plan plan, T seen);
}
