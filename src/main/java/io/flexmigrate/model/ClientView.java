package io.flexmigrate.model;

import java.time.Duration;

/**
 * A cut-over as a client saw it.
 *
 * @param longestGap the longest time between two of its requests that were answered
 * @param usualGap the median of all of them
 * @param errors how many of its requests failed
 * @param words what it was told, each once with its number; empty when nothing failed
 */
public record ClientView(Duration longestGap, Duration usualGap, int errors, String words) {}
