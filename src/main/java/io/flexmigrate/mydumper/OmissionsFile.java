package io.flexmigrate.mydumper;

import io.flexmigrate.model.TableName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The file that tells mydumper which tables to leave out, a {@code database.table} on each line.
 *
 * <p>All releases from 0.10.1 to 1.0.1 read it line by line, cut blanks off the end of each line, sort the lines themselves and
 * compare them byte by byte with the names as the server says them (tables_skiplist.c). Releases from 0.12 on also leave out a
 * database whose whole name is a line; such a name has a dot, and all of its tables are left out anyway.
 */
public final class OmissionsFile {

    /** What GLib takes for the end of a line, or cuts off: such a table is dumped by mydumper too, for nothing. */
    private static final Pattern UNSPEAKABLE = Pattern.compile("[\\n\\r\\u2029]|\\s$");

    private OmissionsFile() {}

    /** Writes it anew. */
    public static void write(Path file, List<TableName> tables) {
        List<String> lines = tables.stream()
                .map(TableName::toString)
                .filter(line -> !UNSPEAKABLE.matcher(line).find())
                .toList();
        try {
            Files.write(file, lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
