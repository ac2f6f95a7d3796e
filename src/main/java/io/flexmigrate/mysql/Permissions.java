package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that one account may do: names of privileges as {@code GRANT} writes them, in upper case.
 *
 * @param privileges by place, {@code GRANT OPTION} like any other; those on columns as {@code GRANT} writes them, such as
 *     {@code INSERT (`price`)}
 * @param dynamic dynamic privileges, each with whether it may be granted on
 * @param revoked parts of the privileges on the server that are taken away for a database: {@code partial_revokes}
 * @param roles each with whether it may be granted on
 * @param defaultRoles roles that are active from the login on
 */
public record Permissions(
        SortedMap<GrantPlace, Set<String>> privileges,
        SortedMap<String, Boolean> dynamic,
        SortedMap<String, Set<String>> revoked,
        Map<AccountName, Boolean> roles,
        Set<AccountName> defaultRoles) {

    public static final String GRANT_OPTION = "GRANT OPTION";

    public static final Permissions NONE =
            new Permissions(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), Map.of(), Set.of());

    public Permissions {
        privileges = sets(privileges);
        dynamic = Collections.unmodifiableSortedMap(new TreeMap<>(dynamic));
        revoked = sets(revoked);
        roles = Map.copyOf(roles);
        defaultRoles = Set.copyOf(defaultRoles);
    }

    private static <K extends Comparable<K>> SortedMap<K, Set<String>> sets(Map<K, Set<String>> given) {
        SortedMap<K, Set<String>> copy = new TreeMap<>();
        given.forEach((place, names) -> {
            if (!names.isEmpty()) {
                copy.put(place, Collections.unmodifiableSortedSet(new TreeSet<>(names)));
            }
        });
        return Collections.unmodifiableSortedMap(copy);
    }

    /** The privileges at one place; empty when there are none. */
    public Set<String> at(GrantPlace place) {
        return privileges.getOrDefault(place, Set.of());
    }

    /** All of these and all of the others. */
    public Permissions and(Permissions others) {
        SortedMap<GrantPlace, Set<String>> all = new TreeMap<>(privileges);
        others.privileges().forEach((place, names) -> all.merge(place, names, Permissions::union));
        SortedMap<String, Boolean> powers = new TreeMap<>(dynamic);
        others.dynamic().forEach((name, grantable) -> powers.merge(name, grantable, Boolean::logicalOr));
        Map<AccountName, Boolean> taken = new TreeMap<>(AccountDefinition.BY_NAME);
        taken.putAll(roles);
        others.roles().forEach((role, admin) -> taken.merge(role, admin, Boolean::logicalOr));
        return new Permissions(all, powers, revoked, taken, union(defaultRoles, others.defaultRoles()));
    }

    private static <T> Set<T> union(Collection<T> some, Collection<T> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }
}
