package io.flexmigrate.plan;

import java.util.List;

/** A run cannot go on with this plan, because it began with another. */
public final class ChangedPlanException extends RuntimeException {

    /** @param changes a line for each field that must not change, with both values */
    public ChangedPlanException(List<String> changes) {
        super("The plan changed since the run began, in what must stay the same:\n  " + String.join("\n  ", changes)
                + "\nPut these back, or begin another run with another --work-dir. Free to change: "
                + String.join(", ", PlanChange.FREE) + ".");
    }
}
