package io.flexmigrate.engine;

import java.time.Instant;

/**
 * What names a run to people.
 *
 * @param plan name in the plan
 * @param run name of the run, unique
 * @param program version of the program that began it
 * @param started when it began
 */
public record RunLabel(String plan, String run, String program, Instant started) {}
