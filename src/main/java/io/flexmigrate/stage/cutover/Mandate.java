package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a person wants of the cut-over now.
 *
 * @param groups by their names, in the order in which they are to move; those that have moved are passed over
 * @param way over to the target or back
 * @param reach how far to go with each
 */
public record Mandate(List<String> groups, Crossing.Way way, Reach reach) {

    /** How far to go. */
    public enum Reach {
        /** The writes move. */
        MOVE,
        /** The pause is predicted; nothing is fenced. */
        REHEARSE,
        /** The fence is taken and let go: writers wait as long as they would in earnest, and nothing moves. */
        DRILL,
        /** What was broken off before OPEN is undone, even where it might as well go forward. */
        UNDO
    }

    public Mandate {
        groups = List.copyOf(groups);
    }

    /** All groups, as the plan orders them. */
    public static Mandate of(Plan plan) {
        return new Mandate(
                plan.cutover().groups().stream().map(Plan.Group::name).toList(), Crossing.Way.OVER, Reach.MOVE);
    }

    /** Nothing new: only what was begun and can only go forward. */
    public static Mandate none() {
        return new Mandate(List.of(), Crossing.Way.OVER, Reach.MOVE);
    }

    /** Nothing new, and nothing that is not open yet. */
    public static Mandate undoing() {
        return new Mandate(List.of(), Crossing.Way.OVER, Reach.UNDO);
    }

    /** The same without the groups of these names. */
    public Mandate without(Predicate<String> names) {
        return new Mandate(groups.stream().filter(names.negate()).toList(), way, reach);
    }
}
