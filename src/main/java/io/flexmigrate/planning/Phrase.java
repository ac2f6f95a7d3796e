package io.flexmigrate.planning;

import java.util.Collection;
import java.util.List;

/** Lists names as a person would say them. */
final class Phrase {

    private static final int MOST_NAMED = 5;

    private Phrase() {}

    /** As in {@code a}, {@code a and b}, {@code a, b and c} or, of many, {@code a, b, c, d and 96 others}. */
    static String listing(Collection<String> names) {
        List<String> all = List.copyOf(names);
        if (all.size() <= 1) {
            return String.join("", all);
        }
        int named = all.size() <= MOST_NAMED ? all.size() - 1 : MOST_NAMED - 1;
        String last = all.size() <= MOST_NAMED ? all.get(named) : (all.size() - named) + " others";
        return String.join(", ", all.subList(0, named)) + " and " + last;
    }
}
