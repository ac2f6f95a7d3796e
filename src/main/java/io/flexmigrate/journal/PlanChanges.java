package io.flexmigrate.journal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The fields in which a plan differs from the one a run began with, by their dotted paths, sorted.
 *
 * @param allowed fields that may change while a run goes on: threads, budgets, waiting times, where passwords come from
 * @param refused fields that may not, because what is done already was done by them
 */
public record PlanChanges(List<String> allowed, List<String> refused) {

    /** What may be changed while a run goes on, as messages say it. */
    public static final String MAY_CHANGE = "threads, budgets, waiting times, approval, flip hooks, paths of the tools"
            + " and where passwords come from";

    private static final Predicate<String> MAY = Pattern.compile("(dump|load|verify)\\.threads"
                    + "|dump\\.(mydumper|max_lock|long_query_guard)|load\\.myloader"
                    + "|catch_up\\..*"
                    + "|cutover\\.(approval|budget|dead_man_after|rehearsals)"
                    + "|cutover\\.groups(\\[\\d+]|\\.\\d+)\\.flip\\b.*"
                    + "|(source|source\\.replication|target)\\.password\\b.*"
                    + "|allow_literal_secrets")
            .asMatchPredicate();

    public PlanChanges {
        allowed = List.copyOf(allowed);
        refused = List.copyOf(refused);
    }

    static PlanChanges between(Map<String, String> before, Map<String, String> now) {
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(now.keySet());
        List<String> changed = paths.stream()
                .filter(path -> !Objects.equals(before.get(path), now.get(path)))
                .toList();
        return new PlanChanges(
                changed.stream().filter(MAY).toList(),
                changed.stream().filter(MAY.negate()).toList());
    }
}
