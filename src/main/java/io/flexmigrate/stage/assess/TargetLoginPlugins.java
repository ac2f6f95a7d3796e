package io.flexmigrate.stage.assess;

import java.util.Set;

/** Plugins by which accounts of the target can log in. */
record TargetLoginPlugins(Set<String> active) implements Part {
    TargetLoginPlugins {
        active = Set.copyOf(active);
    }
}
