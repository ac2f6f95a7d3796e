package io.flexmigrate.mydumper;

import io.flexmigrate.model.TableName;
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
}
