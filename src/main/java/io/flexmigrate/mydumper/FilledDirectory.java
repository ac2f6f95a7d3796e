package io.flexmigrate.mydumper;

import io.flexmigrate.model.TableName;
import io.flexmigrate.plan.Compression;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directory with the tables that mydumper would spoil and that we dump ourselves, beside its own dump. */
public record FilledDirectory(Path path) {

    private static final long LONGEST_FILE = 256L << 20;

    /** The one that belongs to a dump of mydumper's. */
    public static FilledDirectory beside(Path dump) {
        return new FilledDirectory(dump.resolveSibling("filled"));
    }

    /** Makes it, empty; there must be none. */
    public void create() {
        try {
            Files.createDirectory(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Begins a table.
     *
     * @param number another one for each table
     * @param definition its CREATE TABLE as the server shows it
     * @param columns those that rows give values for
     */
    public FilledTable begin(
            int number, TableName table, String definition, List<String> columns, Compression compression) {
        FilledFiles files = FilledFiles.of(path, number);
        files.begin(table, definition);
        return new FilledTable(files, table, columns, compression, LONGEST_FILE);
    }

    /**
     * The tables in it, with their files; none where there is no such directory.
     *
     * @throws MetadataException when it cannot be said which table a file is of
     */
    public List<DumpedTable> tables() {
        List<String> names = names();
        Map<String, List<Path>> dataFiles = names.stream()
                .filter(FilledFiles::isData)
                .collect(Collectors.groupingBy(
                        FilledFiles::stem, Collectors.mapping(path::resolve, Collectors.toList())));
        return names.stream()
                .filter(name -> name.endsWith(FilledFiles.NAME))
                .map(name -> new FilledFiles(path, FilledFiles.stem(name)))
                .map(files -> new DumpedTable(
                        files.name(), files.schemaFile(), dataFiles.getOrDefault(files.stem(), List.of())))
                .toList();
    }

    /** The size of all files in it, in bytes; 0 when it is not there. */
    public long bytes() {
        return new DumpDirectory(path).bytes();
    }

    /** Deletes it with everything in it; it need not be there. */
    public void delete() {
        new DumpDirectory(path).delete();
    }

    private List<String> names() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(Path::getFileName)
                    .flatMap(name -> Optional.ofNullable(name).stream())
                    .map(Path::toString)
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("the dump could not be read: " + path, failure);
        }
    }
}
