package io.flexmigrate.mydumper;

import io.flexmigrate.model.TableName;
import io.flexmigrate.plan.Compression;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * The files of one table that we dump ourselves.
 *
 * <p>Their names hold a number only, because a table's name may hold anything and be longer than the name of a file may be: it
 * stands in a file of its own, behind that of its database, both in the encoding of forms.
 *
 * @param stem the beginning of all their names
 */
record FilledFiles(Path directory, String stem) {

    static final String NAME = ".name";
    private static final Pattern DATA = Pattern.compile("t\\d+\\.\\d+\\.sql(?:\\.gz)?");
    private static final int BUFFER = 1 << 16;

    /** @param number another one for each table */
    static FilledFiles of(Path directory, int number) {
        return new FilledFiles(directory, "t%06d".formatted(number));
    }

    private Path nameFile() {
        return directory.resolve(stem + NAME);
    }

    Path schemaFile() {
        return directory.resolve(stem + "-schema.sql");
    }

    /** Whether a file of this name holds rows. */
    static boolean isData(String name) {
        return DATA.matcher(name).matches();
    }

    /** The beginning of the names of a table's files, cut out of one of them. */
    static String stem(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    /** @param definition its CREATE TABLE, without a semicolon */
    void begin(TableName table, String definition) {
        write(nameFile(), encoded(table.database()) + " " + encoded(table.table()) + "\n");
        write(schemaFile(), """
                /*!40101 SET NAMES utf8mb4*/;
                /*!40014 SET FOREIGN_KEY_CHECKS=0*/;
                /*!40101 SET SQL_MODE='%s'*/;
                """.formatted(FilledTable.SQL_MODE) + definition + ";\n");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Which table it is. */
    TableName name() {
        try {
            String[] names = Files.readString(nameFile()).split("[ \n]", -1);
            if (names.length != 3) {
                throw new MetadataException("it cannot be said which table " + schemaFile() + " is of");
            }
            return new TableName(decoded(names[0]), decoded(names[1]));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A file for rows. Zstandard is not at hand here: whoever asks for it gets plain files. */
    Path dataFile(int number, Compression compression) {
        String ending = compression == Compression.GZIP ? ".gz" : "";
        return directory.resolve("%s.%05d.sql%s".formatted(stem, number, ending));
    }

    OutputStream newData(int number, Compression compression) {
        try {
            OutputStream file = Files.newOutputStream(
                    dataFile(number, compression), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return compression == Compression.GZIP ? new GZIPOutputStream(file, BUFFER) : file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private static String decoded(String name) {
        return URLDecoder.decode(name, StandardCharsets.UTF_8);
    }
}
