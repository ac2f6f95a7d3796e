package io.flexmigrate.mydumper;

import io.flexmigrate.model.TableName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The directory a dump was written to.
 *
 * @param path absolute
 */
public record DumpDirectory(Path path) {

    private static final String METADATA = "metadata";

    /**
     * What the metadata of a finished dump says.
     *
     * @throws MetadataException when the dump is not finished or says no coordinates, with words
     */
    public DumpMetadata check() {
        return check(true);
    }

    /**
     * What the metadata of a finished dump says.
     *
     * @param coordinatesExpected false for a release that is known to write none for the server, whose coordinates we read
     *     ourselves under the lock
     * @throws MetadataException when the dump is not finished or says no coordinates that are expected, with words
     */
    public DumpMetadata check(boolean coordinatesExpected) {
        if (!Files.isDirectory(path)) {
            throw new MetadataException("there is no dump in " + path + ", because there is no such directory");
        }
        refuseUnfinished();
        DumpMetadata metadata = parsed();
        if (!metadata.finished()) {
            throw new MetadataException(
                    "the dump in " + path + " is not finished: its metadata has no 'Finished dump at'");
        }
        if (coordinatesExpected && metadata.coordinates().isEmpty()) {
            throw new MetadataException(
                    "the dump in " + path + " does not say where its snapshot stands in the source's"
                            + " binlog: the binlog is off, or the account lacks REPLICATION CLIENT, or this mydumper is too old for"
                            + " the server");
        }
        return metadata;
    }

    private void refuseUnfinished() {
        // metadata.header and metadata.partial.N are the form of streaming since 0.15
        List<String> partial =
                names(name -> name.startsWith(METADATA + ".partial") || name.equals(METADATA + ".header"));
        if (!partial.isEmpty()) {
            throw new MetadataException("the dump in " + path + " is not finished: there is a " + partial.get(0));
        }
        if (!Files.isRegularFile(path.resolve(METADATA))) {
            throw new MetadataException("the dump in " + path + " is not finished: it has no file named metadata");
        }
    }

    private DumpMetadata parsed() {
        Path file = path.resolve(METADATA);
        String text = text(file);
        try {
            return MetadataParser.parse(text);
        } catch (MetadataException e) {
            throw new MetadataException(file + ": " + e.getMessage(), e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new MetadataException(file + " is not a text in UTF-8", e);
        } catch (IOException e) {
            throw new MetadataException(file + " could not be read: " + e.getMessage(), e);
        }
    }

    /** How many rows of each table the metadata says; nothing from releases before 0.14, which do not say it there. */
    public Map<TableName, Long> rows() {
        return MetadataRows.of(text(path.resolve(METADATA)));
    }

    /** The tables in it, in the order of their names, with their files. */
    public List<DumpedTable> tables() {
        return new DumpFiles(path, names(name -> true)).tables();
    }

    /** The size of all files in it, in bytes; 0 when it is not there. Files may come and go while this counts. */
    public long bytes() {
        return list().stream().mapToLong(DumpDirectory::size).sum();
    }

    /** Deletes it with everything in it; it need not be there. */
    public void delete() {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(path)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the dump could not be deleted: " + path, e);
        }
    }

    private List<String> names(Predicate<String> wanted) {
        return list().stream()
                .map(file -> String.valueOf(file.getFileName()))
                .filter(wanted)
                .toList();
    }

    private List<Path> list() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the dump could not be read: " + path, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
