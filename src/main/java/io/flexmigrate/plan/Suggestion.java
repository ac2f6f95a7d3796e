package io.flexmigrate.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that somebody probably meant. */
final class Suggestion {

    private Suggestion() {}

    /** The nearest word, when no more than a third of the written one (at least one letter) would have to change. */
    static Optional<String> of(String written, Collection<String> known) {
        String lower = written.toLowerCase(Locale.ROOT).replace('-', '_');
        int most = Math.max(1, lower.length() / 3);
        return known.stream()
                .filter(word -> Math.abs(word.length() - lower.length()) <= most)
                .filter(word -> distance(lower, word) <= most)
                .min(Comparator.comparingInt((String word) -> distance(lower, word)));
    }

    /** Letters to insert, to delete, to replace or to exchange with their neighbour (optimal string alignment). */
    private static int distance(String left, String right) {
        int[][] steps = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, left, right, i, j);
            }
        }
        return steps[left.length()][right.length()];
    }

    private static int step(int[][] steps, String left, String right, int i, int j) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        int least = Math.min(steps[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean exchanged = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return exchanged ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
