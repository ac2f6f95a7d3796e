package io.flexmigrate.testing;

import java.util.ArrayList;
import java.util.List;

/** Servers and disks as far as the engine cares: effects that are there or not, and that must not be done twice. */
public final class FakeWorld {

    private final List<String> effects = new ArrayList<>();

    public void effect(String name) {
        if (has(name)) {
            throw new AssertionError("done twice: " + name);
        }
        effects.add(name);
    }

    public boolean has(String name) {
        return effects.contains(name);
    }

    /** All effects, in the order in which they were done. */
    public List<String> effects() {
        return List.copyOf(effects);
    }
}
