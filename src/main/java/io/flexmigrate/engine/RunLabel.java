package io.flexmigrate.engine;

import java.time.Instant;

/**
 * What names a run to people.
 *
 * @param plan name in the plan
 * @param run name of the run, unique
 * @param program version of the program that began it
 * @param started when it began
 * @param staysLinked whether the target stays a replica, so that the run never moves the writes
 */
public record RunLabel(String plan, String run, String program, Instant started, boolean staysLinked) {}
