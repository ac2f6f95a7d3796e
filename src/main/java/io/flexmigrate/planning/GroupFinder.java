package io.flexmigrate.planning;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.planning.GroupProposal.ProposedGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the smallest groups of databases that can cut over one after the other. */
public final class GroupFinder {

    private final List<String> databases;
    private final Ties ties;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final DisjointSets sets;

    /** The groups by the number that stands for their set, in the order of their first databases. */
    private final Map<Integer, Members> groups = new LinkedHashMap<>();

    private record Members(List<String> databases, List<AccountName> accounts, List<String> reasons) {
        private Members() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private GroupFinder(Collection<String> databases, Ties ties) {
        this.databases = databases.stream().distinct().sorted().toList();
        this.ties = ties;
        this.sets = new DisjointSets(this.databases.size());
        this.databases.forEach(database -> numbers.put(database, numbers.size()));
    }

    /**
     * The groups of these databases: the same ones whatever the order of what is given.
     *
     * @param databases those that move
     */
    public static GroupProposal find(
            Collection<String> databases, Collection<Reference> references, Collection<WriteGrant> grants) {
        return new GroupFinder(databases, Ties.of(databases, references, grants)).proposal();
    }

    private GroupProposal proposal() {
        ties.all().forEach(this::unite);
        databases.forEach(database -> groupOf(database).databases().add(database));
        ties.all().forEach(tie -> groupOf(tie.databases().get(0)).reasons().add(tie.reason()));
        ties.residents()
                .forEach(resident -> groupOf(resident.database()).accounts().add(resident.account()));
        return new GroupProposal(named(), ties.administrators(), ties.outside());
    }

    private void unite(Tie tie) {
        int first = number(tie.databases().get(0));
        tie.databases().forEach(database -> sets.unite(first, number(database)));
    }

    private Members groupOf(String database) {
        return groups.computeIfAbsent(sets.root(number(database)), unused -> new Members());
    }

    private int number(String database) {
        return Objects.requireNonNull(numbers.get(database));
    }

    private List<ProposedGroup> named() {
        GroupNames names = new GroupNames();
        return groups.values().stream()
                .map(group -> new ProposedGroup(
                        names.of(group.databases().get(0)), group.databases(), group.accounts(), group.reasons()))
                .toList();
    }
}
