package io.flexmigrate.stage.cutover;

import io.flexmigrate.plan.Plan;
import java.util.List;

/**
 * What a person wants of the cut-over now.
 *
 * @param groups by their names, in the order in which they are to move; those that have moved are passed over
 * @param reach how far to go with each
 */
public record Mandate(List<String> groups, Reach reach) {

    /** How far to go. */
    public enum Reach {
        /** The writes move. */
        MOVE,
        /** The pause is predicted; nothing is fenced. */
        REHEARSE,
        /** The fence is taken and let go: writers wait as long as they would in earnest, and nothing moves. */
        DRILL
    }

    public Mandate {
        groups = List.copyOf(groups);
    }

    /** All groups, as the plan orders them. */
    public static Mandate of(Plan plan) {
        return new Mandate(
                plan.cutover().groups().stream().map(Plan.Group::name).toList(), Reach.MOVE);
    }

    /** Nothing new: only what was begun and can only go forward. */
    public static Mandate none() {
        return new Mandate(List.of(), Reach.MOVE);
    }
}
