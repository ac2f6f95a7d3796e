package io.flexmigrate.mydumper;

import io.flexmigrate.model.TableDefinition;
import io.flexmigrate.model.TableName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A dump of some tables that was ended before its end, made into one that loads into a single other database.
 *
 * <p>The loader tells the database by the names of files alone, so what comes of it cannot touch any other one: foreign keys,
 * which might name one, are left out.
 *
 * @param schemas where the definitions were dumped to
 * @param data where the rows were dumped to
 */
public record DumpSlice(Path schemas, Path data) {

    private static final String METADATA =
            "Started dump at: 2000-01-01 00:00:00\nFinished dump at: 2000-01-01 00:00:00\n";

    /**
     * A table of a slice.
     *
     * @param rows the rows that stand whole in it
     * @param bytes size of its files
     */
    public record Piece(TableName table, long rows, long bytes) {}

    /**
     * Moves what is whole into a new directory.
     *
     * @param database the only one that the result can be loaded into
     */
    public List<Piece> moveTo(Path directory, String database, List<TableName> tables) {
        try {
            Files.createDirectory(directory);
            List<Piece> pieces = new ArrayList<>();
            for (TableName table : tables) {
                Path schema = schemas.resolve(stem(table) + "-schema.sql");
                if (Files.exists(schema)) {
                    pieces.add(move(table, schema, directory, database));
                }
            }
            Files.writeString(directory.resolve("metadata"), METADATA);
            return pieces;
        } catch (IOException failure) {
            throw new UncheckedIOException("the slice of a dump cannot be used: " + failure, failure);
        }
    }

    private Piece move(TableName table, Path schema, Path directory, String database) throws IOException {
        String stem = database + "." + table.table();
        String definition = Files.readString(schema, StandardCharsets.ISO_8859_1);
        Files.writeString(
                directory.resolve(stem + "-schema.sql"),
                withoutForeignKeys(definition, table),
                StandardCharsets.ISO_8859_1);
        long rows = 0;
        long bytes = 0;
        int number = 0;
        for (Path file : dataFiles(table)) {
            rows += SliceFile.cut(file);
            bytes += Files.size(file);
            Files.move(file, directory.resolve(String.format("%s.%05d.sql", stem, number++)));
        }
        return new Piece(table, rows, bytes);
    }

    /**
     * What is before the statement sets the session up for it.
     *
     * @param definition with a character for each of its bytes
     */
    private static String withoutForeignKeys(String definition, TableName table) {
        String name = new String(table.table().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return definition.substring(0, definition.indexOf("CREATE TABLE"))
                + TableDefinition.of(definition).withoutForeignKeys(name) + ";\n";
    }

    private List<Path> dataFiles(TableName table) throws IOException {
        Pattern name = Pattern.compile(Pattern.quote(stem(table)) + "(?:\\.\\d+)?\\.sql");
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file ->
                            name.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        }
    }

    private static String stem(TableName table) {
        return table.database() + "." + table.table();
    }
}
