package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was read of one account so far. */
record PermissionsBuilder(
        SortedMap<GrantPlace, Set<String>> privileges,
        SortedMap<String, Boolean> dynamic,
        SortedMap<String, Set<String>> revoked,
        Map<AccountName, Boolean> roles,
        Set<AccountName> defaultRoles,
        List<AccountName> proxied) {

    PermissionsBuilder() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new HashMap<>(), new HashSet<>(), new ArrayList<>());
    }

    void add(GrantPlace place, Set<String> more) {
        privileges.computeIfAbsent(place, unseen -> new TreeSet<>()).addAll(more);
    }

    Permissions permissions() {
        return new Permissions(privileges, dynamic, revoked, roles, defaultRoles);
    }
}
