package io.flexmigrate.model;

import java.util.ArrayList;
import java.util.List;

/** What came, changed or went between two looks, by name and in alphabetical order. */
public record Drift(List<String> added, List<String> changed, List<String> gone) {

    private static final int MOST_NAMED = 10;

    public Drift {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        gone = List.copyOf(gone);
    }

    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && gone.isEmpty();
    }

    /** Such as {@code new: shop.orders; changed: shop.items}; empty when nothing drifted. */
    public String words() {
        List<String> parts = new ArrayList<>();
        add(parts, "new", added);
        add(parts, "changed", changed);
        add(parts, "gone", gone);
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, String word, List<String> names) {
        if (!names.isEmpty()) {
            int more = names.size() - MOST_NAMED;
            String named = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMED)));
            parts.add(word + ": " + named + (more > 0 ? " and " + more + " more" : ""));
        }
    }
}
