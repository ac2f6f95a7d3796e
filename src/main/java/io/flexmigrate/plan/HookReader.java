package io.flexmigrate.plan;

import io.flexmigrate.plan.Plan.Hook;
import java.time.Duration;
import java.util.List;

/** Reads commands that a run starts at certain moments. */
record HookReader(PlanDirectory directory) {

    Hook read(Section section) {
        List<String> run = section.required("run")
                .map(node -> section.values()
                        .list(
                                node,
                                section.path("run"),
                                (item, path) -> section.values()
                                        .scalar(
                                                item,
                                                path,
                                                path.endsWith("[0]") ? directory.program() : Scalar.text())))
                .orElse(List.of());
        return new Hook(run, section.optional("timeout", Scalar.duration("100ms", "1h"), Duration.ofSeconds(30)));
    }
}
