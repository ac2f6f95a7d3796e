package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a pause takes beside what is rehearsed: closing the server that is left and sending its clients over.
 *
 * @param closing as the looks took now that come with it, or as it took in an earlier crossing of this run, whichever is longer
 * @param flip likewise
 */
record UnrehearsedParts(Duration closing, Duration flip) {

    /**
     * What is kept of a pause for the steps after the comparison: a tenth of it, or twice what they are expected to take; but
     * more than half only for what they are known to take, or one crossing that was slow would leave the next no time.
     */
    Duration reserve(Duration budget) {
        Duration most = longest(List.of(closing, budget.dividedBy(2)));
        Duration twice = closing.multipliedBy(2);
        return longest(List.of(budget.dividedBy(10), twice.compareTo(most) < 0 ? twice : most));
    }

    /** Those that were expected, or those that were measured where they are longer. */
    UnrehearsedParts orAsMeasured(List<Event> past) {
        List<Duration> closings = new ArrayList<>(List.of(closing));
        List<Duration> flips = new ArrayList<>(List.of(flip));
        Map<Optional<Crossing>, Map<CutOverStep, Event>> crossings = new HashMap<>();
        for (Event event : past) {
            if (event instanceof Event.Started) {
                // because between two processes there was nobody who could have hurried
                crossings.clear();
            }
            Optional<CutOverStep> step = CutOverStep.of(event);
            if (step.isPresent()) {
                Map<CutOverStep, Event> steps =
                        crossings.computeIfAbsent(event.crossing(), unused -> new EnumMap<>(CutOverStep.class));
                steps.put(step.get(), event);
                if (step.get() == CutOverStep.OPENING) {
                    between(steps, CutOverStep.VERIFIED, CutOverStep.OPENING).ifPresent(closings::add);
                } else if (step.get() == CutOverStep.FLIPPED) {
                    between(steps, CutOverStep.OPEN, CutOverStep.FLIPPED).ifPresent(flips::add);
                }
            }
        }
        return new UnrehearsedParts(longest(closings), longest(flips));
    }

    private static Optional<Duration> between(Map<CutOverStep, Event> steps, CutOverStep from, CutOverStep to) {
        Optional<Event> begun = Optional.ofNullable(steps.get(from));
        Optional<Event> done = Optional.ofNullable(steps.get(to));
        return begun.isPresent() && done.isPresent()
                ? Optional.of(Duration.between(begun.get().at(), done.get().at()))
                : Optional.empty();
    }

    private static Duration longest(List<Duration> durations) {
        return durations.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
