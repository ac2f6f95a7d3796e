package io.flexmigrate.plan;

import io.flexmigrate.plan.Plan.Hook;
import java.time.Duration;

/**
 * Reads commands that a run starts at certain moments.
 *
 * @param patience how long one may take of which the plan does not say it
 */
record HookReader(PlanDirectory directory, Duration patience) {

    Hook read(Section section) {
        return new Hook(
                section.required("run", CommandKind.in(directory)),
                section.optional("timeout", Scalar.duration("100ms", "1h"), patience));
    }
}
