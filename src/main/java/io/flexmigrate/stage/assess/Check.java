package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.plan.Plan;
import java.util.List;

/**
 * One question asked of what was read.
 *
 * @param <T> what it looks at
 */
@FunctionalInterface
interface Check<T> {

    /** Everything it has to say; empty when all is well. */
    List<Finding> findings(Plan plan, T seen);
}
