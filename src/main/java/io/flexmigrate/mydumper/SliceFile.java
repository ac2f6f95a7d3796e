package io.flexmigrate.mydumper;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Cuts a file of rows after its last whole statement.
 *
 * <p>The tool writes a row a line, and line feeds inside of values as {@code \n}: so {@code ;} before a line feed ends a
 * statement, and {@code (} after one begins a row.
 */
final class SliceFile {

    private static final int BUFFER = 1 << 20;

    private SliceFile() {}

    /** Cuts it and counts the rows that are left. */
    static long cut(Path file) throws IOException {
        long rows = 0;
        long wholeRows = 0;
        long whole = 0;
        long at = 0;
        int before = '\n';
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            for (int unit = input.read(); unit >= 0; unit = input.read()) {
                at++;
                if (before == '\n' && unit == '(') {
                    rows++;
                }
                if (before == ';' && unit == '\n') {
                    whole = at;
                    wholeRows = rows;
                }
                before = unit;
            }
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(whole);
        }
        return wholeRows;
    }
}
