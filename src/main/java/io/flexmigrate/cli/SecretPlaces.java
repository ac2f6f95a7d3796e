package io.flexmigrate.cli;

import io.flexmigrate.plan.FlipHook;
import io.flexmigrate.plan.OccasionHook;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.SecretReference;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a plan refers to secrets. */
final class SecretPlaces {

    static final String SOURCE = "source.password";
    static final String REPLICATION = "source.replication.password";
    static final String TARGET = "target.password";

    private SecretPlaces() {}

    /** All references that a run needs by their dotted paths, in the order of the plan. */
    static Map<String, SecretReference> of(Plan plan) {
        Map<String, SecretReference> places = new LinkedHashMap<>();
        places.put(SOURCE, plan.source().endpoint().password());
        places.put(REPLICATION, plan.source().replication().password());
        places.put(TARGET, plan.target().endpoint().password());
        List<Plan.Group> groups = plan.cutover().groups();
        for (int group = 0; group < groups.size(); group++) {
            String path = "cutover.groups[" + group + "].";
            add(path + "flip", groups.get(group).flip(), places);
            groups.get(group)
                    .canary()
                    .ifPresent(canary -> places.put(
                            path + "canary.password", canary.endpoint().password()));
            add(path + "flip_back", groups.get(group).flipBack().orElse(List.of()), places);
        }
        return places;
    }

    /** Those of a hook that is told of the run: without them the run goes on. */
    static Map<String, SecretReference> of(String path, OccasionHook hook) {
        Map<String, SecretReference> places = new LinkedHashMap<>();
        add(path, hook.hook(), places);
        return places;
    }

    /** Every reference, whether the run needs it or not. */
    static Set<SecretReference> everywhere(Plan plan) {
        Set<SecretReference> references = new HashSet<>(of(plan).values());
        plan.on().forEach(hook -> references.addAll(of("on", hook).values()));
        return references;
    }

    private static void add(String path, List<FlipHook> hooks, Map<String, SecretReference> places) {
        for (int hook = 0; hook < hooks.size(); hook++) {
            add(path + "[" + hook + "]", hooks.get(hook), places);
        }
    }

    private static void add(String path, FlipHook hook, Map<String, SecretReference> places) {
        if (hook instanceof FlipHook.Statements statements) {
            places.put(path + ".sql.password", statements.endpoint().password());
        }
        if (hook instanceof FlipHook.Webhook webhook) {
            webhook.headers().forEach((name, reference) -> places.put(path + ".webhook.headers." + name, reference));
        }
    }
}
