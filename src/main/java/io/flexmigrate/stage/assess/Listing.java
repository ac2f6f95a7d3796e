package io.flexmigrate.stage.assess;

import java.util.List;

/** Names one after the other, as a sentence has room for them. */
final class Listing {

    private static final int ROOM = 6;

    private Listing() {}

    /** All of them, or the first and how many more there are. */
    static String of(List<String> names) {
        if (names.size() <= ROOM) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, ROOM - 1)) + " and " + (names.size() - ROOM + 1) + " more";
    }
}
