package io.flexmigrate.planning;

import java.util.Arrays;

/** Numbers from 0 in sets that can be united: union-find with path halving, by size. */
final class DisjointSets {

    private final int[] parents;
    private final int[] sizes;

    DisjointSets(int count) {
        parents = new int[count];
        sizes = new int[count];
        Arrays.setAll(parents, number -> number);
        Arrays.fill(sizes, 1);
    }

    void unite(int one, int other) {
        int first = root(one);
        int second = root(other);
        if (first == second) {
            return;
        }
        int larger = sizes[first] >= sizes[second] ? first : second;
        int smaller = larger == first ? second : first;
        parents[smaller] = larger;
        sizes[larger] += sizes[smaller];
    }

    /** The number that stands for the whole set. */
    int root(int number) {
        int at = number;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }
}
