package io.flexmigrate.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The databases that move, found by any spelling of their names.
 *
 * <p>A name that is not there as it is written means every database that differs only in case: servers with another
 * {@code lower_case_table_names} than 0 let statements and grants spell a name in any case, and tying too much together is
 * safe where tying too little is not.
 */
final class DatabaseNames {

    /** On every server, so that whoever names them needs nothing that moves. */
    private static final Set<String> SYSTEM = Set.of("mysql", "sys", "information_schema", "performance_schema");

    private final Set<String> written;
    private final Map<String, List<String>> folded = new HashMap<>();

    DatabaseNames(Collection<String> databases) {
        written = new HashSet<>(databases);
        written.stream()
                .sorted()
                .forEach(name -> folded.computeIfAbsent(fold(name), unused -> new ArrayList<>())
                        .add(name));
    }

    /** The databases that are meant; empty when none of them moves. */
    List<String> meant(String name) {
        return written.contains(name) ? List.of(name) : folded.getOrDefault(fold(name), List.of());
    }

    static boolean isSystem(String name) {
        return SYSTEM.contains(fold(name));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
