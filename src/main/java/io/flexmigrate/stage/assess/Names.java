package io.flexmigrate.stage.assess;

import java.util.List;

/** A list of names in a sentence. */
record Names(List<String> all) {

    private static final int MOST = 10;

    Names {
        all = List.copyOf(all);
    }

    /** The first ones, and how many more there are. */
    String shown() {
        String first = String.join(", ", all.subList(0, Math.min(MOST, all.size())));
        return all.size() > MOST ? first + " and " + (all.size() - MOST) + " more" : first;
    }
}
