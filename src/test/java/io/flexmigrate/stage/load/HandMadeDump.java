package io.flexmigrate.stage.load;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Fingerprints;
import io.flexmigrate.model.Forecast;
import io.flexmigrate.model.GtidSet;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableRows;
import io.flexmigrate.model.TableSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A dump of one database as mydumper 0.10 writes it, made by a test. */
final class HandMadeDump {

    /** So large that the secondary indexes of a table with it are built afterwards. */
    private static final String PADDING = "/* " + "x".repeat((int) BatchLoad.DEFER_FROM) + " */";

    private static final String HEADER = "/*!40101 SET NAMES binary*/;\n/*!40014 SET FOREIGN_KEY_CHECKS=0*/;\n\n";

    private final Path directory;
    private final String database;
    private final List<TableRows> tables = new ArrayList<>();

    HandMadeDump(Path directory, String database) {
        this.directory = directory;
        this.database = database;
        write(database + "-schema-create.sql", "CREATE DATABASE `" + database + "`;\n");
    }

    /** Adds a table whose rows are in a large file; a row is what is between the parentheses. */
    HandMadeDump large(String name, String definition, List<String> rows) {
        return add(name, definition, rows, PADDING);
    }

    HandMadeDump small(String name, String definition, List<String> rows) {
        return add(name, definition, rows, "");
    }

    private HandMadeDump add(String name, String definition, List<String> rows, String padding) {
        write(database + "." + name + "-schema.sql", HEADER + definition + ";\n");
        if (!rows.isEmpty()) {
            String values = rows.stream().collect(Collectors.joining("),\n(", "(", ")"));
            write(
                    database + "." + name + ".00000.sql",
                    HEADER + "INSERT " + padding + " INTO `" + name + "` VALUES\n" + values + ";\n");
        }
        tables.add(new TableRows(new TableName(database, name), rows.size(), 0));
        return this;
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Fact.Dumped dumped() {
        return new Fact.Dumped(
                directory.toString(),
                new BinlogCoordinates("binlog.000001", 4),
                GtidSet.EMPTY,
                Duration.ZERO,
                0,
                tables,
                List.of(),
                Fingerprints.NONE);
    }

    Fact.Assessed assessed() {
        return new Fact.Assessed(
                "8.0.15",
                "8.0.15",
                "0.10.1",
                List.of(database),
                tables.stream()
                        .map(table -> new TableSize(table.name(), "InnoDB", table.rows(), 0, 0, true))
                        .toList(),
                List.of(),
                Forecast.NONE);
    }
}
