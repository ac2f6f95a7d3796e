package io.flexmigrate.mydumper;

import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.Literal;
import io.flexmigrate.model.TableName;
import io.flexmigrate.plan.Compression;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that we dump ourselves, written as mydumper writes them: statements of about a megabyte in files of some
 * hundreds, each row at the beginning of a line.
 *
 * <p>All releases of the loader take a statement to end where a line ends with a semicolon; no value holds an end of line.
 */
public final class FilledTable implements AutoCloseable {

    /** Zeros, and dates that no calendar has, are taken as they are. */
    static final String SQL_MODE = "NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES";

    private static final byte[] HEADER = bytes("""
            /*!40101 SET NAMES binary*/;
            /*!40014 SET FOREIGN_KEY_CHECKS=0*/;
            /*!40101 SET SQL_MODE='%s'*/;
            /*!40103 SET TIME_ZONE='+00:00' */;
            """.formatted(SQL_MODE));

    private static final long LONGEST_STATEMENT = 1_000_000;
    private static final byte[] FIRST_ROW = bytes("\n(");
    private static final byte[] NEXT_ROW = bytes(",\n(");
    private static final byte[] END = bytes(";\n");
    private static final byte[] NULL = bytes("NULL");
    private static final byte[] JSON_BEGIN = bytes("CONVERT(");
    private static final byte[] JSON_END = bytes(" USING UTF8MB4)");

    private final FilledFiles files;
    private final Compression compression;
    private final long longestFile;
    private final byte[] beginning;

    private @Nullable EscapedOutput open;
    private int opened;
    private long statementStart;
    private boolean isInStatement;
    private boolean isFirstValue;
    private long rows;

    FilledTable(FilledFiles files, TableName table, List<String> columns, Compression compression, long longestFile) {
        this.files = files;
        this.compression = compression;
        this.longestFile = longestFile;
        String names = columns.stream().map(Identifier::quoted).collect(Collectors.joining(",", "(", ")"));
        this.beginning = bytes("INSERT INTO " + Identifier.quoted(table.table()) + " " + names + " VALUES");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Begins a row.
     *
     * @param longBytes size of its long values together: many of them get a statement of their own
     */
    public void beginRow(long longBytes) {
        if (isInStatement && output().count() - statementStart + longBytes > LONGEST_STATEMENT) {
            endStatement();
        }
        EscapedOutput file = output();
        if (isInStatement) {
            file.put(NEXT_ROW);
        } else {
            statementStart = file.count();
            file.put(beginning);
            file.put(FIRST_ROW);
            isInStatement = true;
        }
        isFirstValue = true;
    }

    /** Writes NULL. */
    public void nothing() {
        next().put(NULL);
    }

    /** Writes a value. */
    public void value(Literal literal, byte[] value) {
        EscapedOutput file = next();
        switch (literal) {
            case NUMBER -> file.put(value);
            case TEXT -> quoted(file, value);
            case JSON -> {
                file.put(JSON_BEGIN);
                quoted(file, value);
                file.put(JSON_END);
            }
        }
    }

    private static void quoted(EscapedOutput file, byte[] value) {
        file.put('"');
        file.escaped(value);
        file.put('"');
    }

    /** Writes a value of any length, of which only pieces are in memory. */
    public void longValue(Literal literal, InputStream value) {
        EscapedOutput file = next();
        boolean isJson = literal == Literal.JSON;
        file.put(isJson ? JSON_BEGIN : new byte[0]);
        file.put('"');
        file.escaped(value);
        file.put('"');
        file.put(isJson ? JSON_END : new byte[0]);
    }

    private EscapedOutput next() {
        EscapedOutput file = output();
        if (!isFirstValue) {
            file.put(',');
        }
        isFirstValue = false;
        return file;
    }

    /** Ends a row. */
    public void endRow() {
        output().put(')');
        rows++;
    }

    /** How many rows were written. */
    public long rows() {
        return rows;
    }

    /** The size of its closed files on disk, in bytes. */
    public long bytes() {
        return IntStream.range(0, opened)
                .mapToLong(
                        number -> files.dataFile(number, compression).toFile().length())
                .sum();
    }

    private void endStatement() {
        output().put(END);
        isInStatement = false;
        if (output().count() >= longestFile) {
            close();
        }
    }

    private EscapedOutput output() {
        EscapedOutput file = open;
        if (file == null) {
            file = new EscapedOutput(files.newData(opened++, compression));
            open = file;
            file.put(HEADER);
        }
        return file;
    }

    /** Ends what is begun and closes the file; a table without rows has none. */
    @Override
    public void close() {
        EscapedOutput file = open;
        if (file == null) {
            return;
        }
        open = null;
        try (file) {
            if (isInStatement) {
                file.put(END);
                isInStatement = false;
            }
        }
    }
}
