package io.flexmigrate.mydumper;

import io.flexmigrate.model.TableDefinition;
import io.flexmigrate.model.TableName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A table's files in a dump.
 *
 * @param schemaFile its CREATE TABLE
 * @param dataFiles its rows, in the order of their names; none for an empty table
 */
public record DumpedTable(TableName name, Path schemaFile, List<Path> dataFiles) {
    public DumpedTable {
        dataFiles = List.copyOf(dataFiles);
    }

    /** The size of its data files on disk, in bytes. */
    public long bytes() {
        return dataFiles.stream().mapToLong(DumpedTable::size).sum();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of the dump could not be read: " + e, e);
        }
    }

    /**
     * Its definition, read from its file.
     *
     * @throws MetadataException when that cannot be understood
     */
    public TableDefinition definition() {
        try {
            return TableDefinition.of(Files.readString(schemaFile));
        } catch (IOException | IllegalArgumentException e) {
            throw new MetadataException(
                    "the definition of " + name + " in " + schemaFile + " cannot be read: " + e.getMessage(), e);
        }
    }
}
