package io.flexmigrate.cli;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.Moves;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The groups of a plan, by what the journal says of them.
 *
 * <p>Those whose crossing is open and not done come first: the same command after a crash goes on with them, and with no other
 * that nobody spoke of.
 */
record MovableGroups(List<String> all, Crossing.Way way, Moves moves) implements CutOverParameters.Groups {

    MovableGroups {
        all = List.copyOf(all);
    }

    @Override
    public List<String> left() {
        return Stream.concat(all.stream().filter(this::isUnderWay), notBegun().stream())
                .distinct()
                .toList();
    }

    private boolean isUnderWay(String group) {
        return moves.isUnderWay(group)
                && moves.lastOpen(group)
                        .filter(crossing -> crossing.way() == way)
                        .isPresent();
    }

    /** Over: in the order of the plan. Back: who moved last comes first. */
    private List<String> notBegun() {
        if (way == Crossing.Way.OVER) {
            return all.stream().filter(group -> !moves.isOpen(group)).toList();
        }
        List<String> moved = new ArrayList<>(moves.open());
        Collections.reverse(moved);
        return moved;
    }
}
