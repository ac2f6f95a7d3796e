package io.flexmigrate.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a resumed run may change in its plan: how fast and how patiently it works, not what it does. */
public final class PlanChange {

    /** The fields that may change freely, each with all below it; {@code [*]} stands for any item of a list. */
    public static final List<String> FREE = List.of(
            "accept",
            "allow_literal_secrets",
            "probe",
            "source.password",
            "source.replication.password",
            "target.password",
            "target.replication",
            "dump.mydumper",
            "dump.threads",
            "dump.max_lock",
            "dump.long_query_guard",
            "dump.on_long_query",
            "dump.block_ddl",
            "dump.compress",
            "dump.max_running",
            "dump.max_rate",
            "load.myloader",
            "load.threads",
            "load.defer_indexes",
            "load.defer_unique_keys",
            "catch_up",
            "link.retry_for",
            "watch",
            "verify.threads",
            "verify.at_cutover",
            "verify.max_load",
            "verify.background",
            "cutover.approval",
            "cutover.budget",
            "cutover.dead_man_after",
            "cutover.rehearsals",
            "cutover.watch_stragglers",
            "cutover.on_blocker",
            "cutover.groups[*].flip",
            "cutover.groups[*].flip_back",
            "cutover.groups[*].canary",
            "on");

    private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]");

    private PlanChange() {}

    /**
     * The changes that a run under way does not allow, each as one line with both values.
     *
     * @param before {@link PlanFile#fields} of the plan the run began with
     * @param now those of the plan it is to go on with
     */
    public static List<String> notAllowed(Map<String, String> before, Map<String, String> now) {
        Set<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(now.keySet());
        return fields.stream()
                .filter(field -> !Optional.ofNullable(before.get(field)).equals(Optional.ofNullable(now.get(field))))
                .filter(field -> !isFree(field))
                .map(field -> field + ": was " + shown(before, field) + ", is " + shown(now, field))
                .toList();
    }

    /** Whether this field, such as {@code load.threads}, may change between two runs of a plan. */
    public static boolean isFree(String field) {
        String general = INDEX.matcher(field).replaceAll("[*]");
        return FREE.stream()
                .anyMatch(free ->
                        general.equals(free) || general.startsWith(free + ".") || general.startsWith(free + "["));
    }

    private static String shown(Map<String, String> fields, String field) {
        return Optional.ofNullable(fields.get(field))
                .map(value -> "'" + value + "'")
                .orElse("not set");
    }
}
