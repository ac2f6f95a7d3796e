package io.flexmigrate.engine;

import java.time.Instant;
import java.util.List;

/**
 * What names a run to people.
 *
 * @param plan name in the plan
 * @param run name of the run, unique
 * @param program version of the program that began it
 * @param started when it began
 * @param source where it is, as host and port
 * @param target the same
 * @param staysLinked whether the target stays a replica, so that the run never moves the writes
 * @param groups of the plan, in its order
 */
public record RunLabel(
        String plan,
        String run,
        String program,
        Instant started,
        String source,
        String target,
        boolean staysLinked,
        List<String> groups) {
    public RunLabel {
        groups = List.copyOf(groups);
    }
}
