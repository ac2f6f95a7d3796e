package io.flexmigrate.engine;

import io.flexmigrate.model.Fact;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One line of the journal: something that happened, never changed afterwards. */
public sealed interface Event {

    StageName stage();

    Instant at();

    /** The group of the plan that it is about; empty when it is about all. */
    default Optional<String> group() {
        return Optional.empty();
    }

    /** Which way of that group between the servers; empty when it is about all groups. */
    default Optional<Crossing> crossing() {
        return Optional.empty();
    }

    /** The stage's pre-conditions held and its work began. */
    record Started(StageName stage, Instant at) implements Event {}

    /** The stage's work is done and left this fact; its post-conditions are not checked yet. */
    record Produced(StageName stage, Instant at, Fact fact) implements Event {}

    /** The stage's post-conditions held. */
    record Confirmed(StageName stage, Instant at) implements Event {}

    /** The stage stopped in good order before it was done: somebody's word is wanted for the rest of it. */
    record Paused(StageName stage, Instant at) implements Event {}

    /** The stage is to be done again, because of this. */
    record Failed(StageName stage, Instant at, String reason) implements Event {}

    /** The run is given up: what it did is about to be undone, and nothing but that may follow. */
    record AbortBegun(StageName stage, Instant at) implements Event {}

    /** All that could be undone is. */
    record Aborted(StageName stage, Instant at) implements Event {}

    /** A step that changes the world is about to be done. */
    record Intended(StageName stage, Instant at, Step step, Map<String, String> details) implements Event {
        public Intended {
            details = Map.copyOf(details);
        }

        @Override
        public Optional<String> group() {
            return Optional.ofNullable(details.get(StageLog.GROUP));
        }

        @Override
        public Optional<Crossing> crossing() {
            return StageLog.crossing(details);
        }
    }

    /** A step was done, or was found to be done already. */
    record Reached(StageName stage, Instant at, Step step, Map<String, String> details) implements Event {
        public Reached {
            details = Map.copyOf(details);
        }

        @Override
        public Optional<String> group() {
            return Optional.ofNullable(details.get(StageLog.GROUP));
        }

        @Override
        public Optional<Crossing> crossing() {
            return StageLog.crossing(details);
        }
    }

    /** Something a person may want to know later: a lag sample, a warning, the time a lock was held. */
    record Observed(StageName stage, Instant at, String what, Map<String, String> values) implements Event {
        public Observed {
            values = Map.copyOf(values);
        }

        @Override
        public Optional<String> group() {
            return Optional.ofNullable(values.get(StageLog.GROUP));
        }

        @Override
        public Optional<Crossing> crossing() {
            return StageLog.crossing(values);
        }
    }
}
