package io.flexmigrate.planning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes names for groups out of names of databases: each only once, whatever the case. */
final class GroupNames {

    private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9_-]+");
    private static final Pattern NOTHING_SAID = Pattern.compile("[_-]*");
    /** A name has at most 56 characters; the rest is for a number. */
    private static final int LONGEST = 48;

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    String of(String database) {
        String plain = ODD.matcher(database).replaceAll("_");
        String telling = NOTHING_SAID.matcher(plain).matches() ? "group" : plain;
        String base = telling.substring(0, Math.min(LONGEST, telling.length()));
        String name = base;
        while (!taken.add(fold(name))) {
            name = base + "-" + numbers.merge(fold(base), 2, (number, unused) -> number + 1);
        }
        return name;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
