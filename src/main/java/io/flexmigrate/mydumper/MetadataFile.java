package io.flexmigrate.mydumper;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The metadata of a dump that anybody may have made.
 *
 * @param named a metadata file, or the directory of a dump
 */
public record MetadataFile(Path named) {

    private static final String METADATA = "metadata";
    private static final String UNFINISHED = METADATA + ".partial";

    /** That of a hundred thousand tables is a tenth of it. */
    private static final long LARGEST_BYTES = 128L << 20;

    /**
     * What it says of a dump that is finished.
     *
     * @throws MetadataException when it cannot be read, is not finished, or says no coordinates beyond doubt; with words
     */
    public DumpMetadata read() {
        Path file = file();
        DumpMetadata metadata = parsed(file);
        if (!metadata.finished()) {
            throw new MetadataException(file + " has no 'Finished dump at': the dump is still running, or was cut off");
        }
        if (metadata.coordinates().isEmpty()) {
            throw new MetadataException(
                    file + " has no binlog coordinates of the dumped server: its binlog is off, or the"
                            + " account lacked REPLICATION CLIENT, or that mydumper writes none for such a server or without"
                            + " --source-data" + upstream(metadata));
        }
        return metadata;
    }

    private static String upstream(DumpMetadata metadata) {
        return metadata.sourceIsReplica() ? ". Those of its upstream are in the file, and are not its own" : "";
    }

    private Path file() {
        if (Files.notExists(named)) {
            throw new MetadataException("there is no " + named);
        }
        Path directory = Files.isDirectory(named) ? named : parent(named);
        boolean isInDump = Files.isDirectory(named) || fileName(named).equals(METADATA);
        Optional<String> partial = isInDump ? unfinished(directory) : Optional.empty();
        if (partial.isPresent() || fileName(named).startsWith(UNFINISHED)) {
            throw new MetadataException(
                    "the dump is not finished: there is a " + directory.resolve(partial.orElse(fileName(named))));
        }
        Path file = Files.isDirectory(named) ? named.resolve(METADATA) : named;
        if (!Files.isRegularFile(file)) {
            throw new MetadataException(named + " is not a dump of mydumper: there is no file " + file);
        }
        return file;
    }

    private static Optional<String> unfinished(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(MetadataFile::fileName)
                    .filter(name -> name.startsWith(UNFINISHED))
                    .sorted()
                    .findFirst();
        } catch (IOException failure) {
            throw new MetadataException(directory + " could not be read: " + failure, failure);
        }
    }

    private static DumpMetadata parsed(Path file) {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new MetadataException("it is larger than any metadata");
            }
            return MetadataParser.parse(Files.readString(file));
        } catch (CharacterCodingException failure) {
            throw new MetadataException(file + " is not a text in UTF-8", failure);
        } catch (IOException failure) {
            throw new MetadataException(file + " could not be read: " + failure, failure);
        } catch (MetadataException failure) {
            throw new MetadataException(file + ": " + failure.getMessage(), failure);
        }
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }
}
