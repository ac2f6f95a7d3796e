package io.flexmigrate.stage.assess;

import java.util.Collection;

/** Some names of many, as a phrase. */
final class ShortList {

    private static final int SHOWN = 5;

    private ShortList() {}

    /** Such as {@code a, b, c, d, e and 12 more}. */
    static String of(Collection<String> names) {
        String shown = String.join(", ", names.stream().limit(SHOWN).toList());
        return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
    }
}
