package io.flexmigrate.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * What was foreseen of the end of a stage's work while it went on, and what came.
 *
 * @param percent of the work that was done
 * @param at when it was foreseen
 * @param left how long it was to take from then on
 * @param took how long it took from then on
 */
public record Prediction(StageName stage, int percent, Instant at, Duration left, Duration took) {

    /** How much later the end came than foreseen; negative when it came earlier. */
    public Duration error() {
        return took.minus(left);
    }
}
