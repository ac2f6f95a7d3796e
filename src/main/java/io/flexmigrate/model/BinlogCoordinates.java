package io.flexmigrate.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a server's binary log: a file and an offset in it.
 *
 * @param file name of a binlog file, such as {@code binlog.000042}
 * @param position offset in that file, in bytes, at least 4; may exceed {@code Integer.MAX_VALUE}
 */
public record BinlogCoordinates(String file, long position) implements Comparable<BinlogCoordinates> {

    private static final Pattern FILE = Pattern.compile("^([\\w.-]+)\\.(\\d{1,18})$");

    /** A binlog file begins with four bytes of magic number: no event can be before them. */
    private static final long FIRST_EVENT = 4;

    public BinlogCoordinates {
        if (!FILE.matcher(file).matches()) {
            throw new IllegalArgumentException("a binlog file is named like binlog.000042, this is '" + file + "'");
        }
        if (position < FIRST_EVENT) {
            throw new IllegalArgumentException("a binlog position is at least 4, this is " + position);
        }
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @param text such as {@code binlog.000042:157}
     * @throws IllegalArgumentException for anything else
     */
    public static BinlogCoordinates parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "coordinates are a file and a position, such as binlog.000042:157, this is '" + text + "'");
        }
        return new BinlogCoordinates(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
    }

    /** The number in the file's name: {@code binlog.000042} is 42. */
    public long fileNumber() {
        Matcher matcher = FILE.matcher(file);
        if (!matcher.matches()) {
            throw new IllegalStateException(file);
        }
        return Long.parseLong(matcher.group(2));
    }

    public boolean isAtOrAfter(BinlogCoordinates other) {
        return compareTo(other) >= 0;
    }

    /** Orders the coordinates of one server; those of two servers have no order. */
    @Override
    public int compareTo(BinlogCoordinates other) {
        int byFile = Long.compare(fileNumber(), other.fileNumber());
        return byFile != 0 ? byFile : Long.compare(position, other.position);
    }

    @Override
    public String toString() {
        return file + ":" + position;
    }
}
