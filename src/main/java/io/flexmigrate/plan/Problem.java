package io.flexmigrate.plan;

import java.util.Comparator;

/**
 * Something wrong in a plan file.
 *
 * @param line counted from 1; 0 when the problem has no place in the file
 * @param column counted from 1; 0 when the problem has no place in the file
 * @param path dotted path of the field, such as {@code source.port}; empty for the file as a whole
 * @param message such as {@code must be a whole number from 1 to 65535, is 'x1'}
 */
public record Problem(int line, int column, String path, String message) implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::path)
            .thenComparing(Problem::message);

    /** A problem of the file as a whole, such as one that cannot be opened. */
    public static Problem ofFile(String message) {
        return new Problem(0, 0, "", message);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String place = line == 0 ? "" : line + ":" + column;
        return place + " " + (path.isEmpty() ? message : path + ": " + message);
    }
}
