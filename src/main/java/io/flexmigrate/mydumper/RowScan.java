package io.flexmigrate.mydumper;

import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the rows in the text of one data file, which comes in pieces.
 *
 * <p>All releases write a row a line and line feeds inside of values as {@code \n}. Up to 0.12 a line begins with {@code (} and
 * ends with a comma; later ones begin with {@code ,(} and have the first row of a statement on the line of its
 * {@code INSERT}. Found by running the releases from 0.10.1 to 1.0.1.
 */
final class RowScan {

    /** What rows follow; before it stand only names, in backticks. */
    private static final byte[] VALUES = {'V', 'A', 'L', 'U', 'E', 'S'};

    /** Where in its line the next byte is. */
    private enum Place {
        BEGINNING,
        AFTER_COMMA,
        HEAD,
        NAME,
        AFTER_VALUES,
        REST
    }

    private Place place = Place.BEGINNING;
    private int matched;
    private long rows;

    /** The rows that begin in this stream, which is read to its end. */
    static long of(InputStream input, byte[] buffer) throws IOException {
        RowScan scan = new RowScan();
        for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
            scan.read(buffer, read);
        }
        return scan.rows;
    }

    private void read(byte[] bytes, int length) {
        int index = 0;
        while (index < length) {
            if (place == Place.REST) {
                index = afterLineFeed(bytes, index, length);
            } else {
                place = after(bytes[index]);
                index++;
            }
        }
    }

    /** The fast part: nearly all bytes are skipped here. */
    private int afterLineFeed(byte[] bytes, int from, int length) {
        for (int index = from; index < length; index++) {
            if (bytes[index] == '\n') {
                place = Place.BEGINNING;
                return index + 1;
            }
        }
        return length;
    }

    private Place after(byte unit) {
        return switch (place) {
            case BEGINNING -> beginning(unit);
            case AFTER_COMMA -> unit == '(' ? row() : rest(unit);
            case HEAD -> head(unit);
            case NAME -> unit == '`' ? Place.HEAD : Place.NAME;
            case AFTER_VALUES -> afterValues(unit);
            case REST -> rest(unit);
        };
    }

    private Place beginning(byte unit) {
        matched = 0;
        return switch (unit) {
            case '(' -> row();
            case ',' -> Place.AFTER_COMMA;
            case 'I', 'R' -> Place.HEAD; // INSERT, INSERT IGNORE, REPLACE
            default -> rest(unit);
        };
    }

    private Place head(byte unit) {
        if (unit == '`') {
            return Place.NAME;
        }
        if (unit == '\n') {
            return Place.BEGINNING;
        }
        matched = unit == VALUES[matched] ? matched + 1 : 0;
        return matched == VALUES.length ? Place.AFTER_VALUES : Place.HEAD;
    }

    private Place afterValues(byte unit) {
        if (unit == '(') {
            return row();
        }
        return unit == ' ' ? Place.AFTER_VALUES : rest(unit);
    }

    private Place row() {
        rows++;
        return Place.REST;
    }

    private static Place rest(byte unit) {
        return unit == '\n' ? Place.BEGINNING : Place.REST;
    }
}
