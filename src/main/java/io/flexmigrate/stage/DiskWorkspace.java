package io.flexmigrate.stage;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.model.Secret;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableRows;
import io.flexmigrate.mydumper.DefaultsFile;
import io.flexmigrate.mydumper.DumpDirectory;
import io.flexmigrate.mydumper.DumpMetadata;
import io.flexmigrate.mydumper.DumpedTable;
import io.flexmigrate.mydumper.FilledDirectory;
import io.flexmigrate.mydumper.MetadataException;
import io.flexmigrate.mydumper.RowCount;
import io.flexmigrate.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A workspace on a real disk.
 *
 * @param dumpDirectory where the dump is written
 * @param temporary directory for files with passwords, closed to others
 * @param logs directory for the output of the tools
 */
public record DiskWorkspace(Path dumpDirectory, Path temporary, Path logs) implements Workspace {

    private static final int COUNTING_THREADS = 2;

    @Override
    public void discardDump() {
        orFail("An earlier dump", () -> {
            new DumpDirectory(dumpDirectory).delete();
            FilledDirectory.beside(dumpDirectory).delete();
            return dumpDirectory;
        });
    }

    @Override
    public Optional<DumpMetadata> metadata(boolean coordinatesExpected) {
        return Optional.of(new DumpDirectory(dumpDirectory).check(coordinatesExpected));
    }

    @Override
    public List<TableRows> rows() throws InterruptedException {
        Map<TableName, Long> said = new DumpDirectory(dumpDirectory).rows();
        List<TableRows> counted = RowCount.of(dumpedTables(), said, COUNTING_THREADS);
        for (TableRows table : counted) {
            long expected = said.getOrDefault(table.name(), table.rows());
            if (expected != table.rows()) {
                throw new MetadataException("its metadata says that " + table.name() + " has " + expected
                        + " rows, but its files hold " + table.rows());
            }
        }
        return counted;
    }

    @Override
    public List<TableName> missingFromDump(List<TableName> tables) {
        Set<TableName> found = dumpedTables().stream().map(DumpedTable::name).collect(Collectors.toSet());
        return tables.stream().filter(table -> !found.contains(table)).toList();
    }

    @Override
    public List<DumpedTable> dumpedTables() {
        return orFail(
                "The dump",
                () -> Stream.of(
                                new DumpDirectory(dumpDirectory).tables(),
                                FilledDirectory.beside(dumpDirectory).tables())
                        .flatMap(List::stream)
                        .toList());
    }

    @Override
    public Path batches() {
        return dumpDirectory.resolveSibling(dumpDirectory.getFileName() + "-batches");
    }

    @Override
    public long dumpBytes() {
        return orFail("The dump", () -> new DumpDirectory(dumpDirectory).bytes());
    }

    @Override
    public long usableBytes() {
        return orFail("The disk", () -> disk(FileStore::getUsableSpace));
    }

    @Override
    public long diskBytes() {
        return orFail("The disk", () -> disk(FileStore::getTotalSpace));
    }

    private long disk(Size size) {
        Path place = dumpDirectory.toAbsolutePath();
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent(); // because the dump's directory is the tool's to make
        }
        try {
            return size.of(Files.getFileStore(place));
        } catch (IOException failure) {
            throw new UncheckedIOException("the free space at " + place + " cannot be read", failure);
        }
    }

    /** A size of a disk, in bytes. */
    @FunctionalInterface
    private interface Size {
        long of(FileStore disk) throws IOException;
    }

    @Override
    public Credentials credentials(Plan.Endpoint endpoint, Secret password, String initCommand) {
        DefaultsFile file = orFail(
                "The file with the password for a tool",
                () -> DefaultsFile.write(temporary, endpoint.user(), password, endpoint.tls(), initCommand));
        return new Credentials() {
            @Override
            public Path file() {
                return file.path();
            }

            @Override
            public void close() {
                file.close();
            }
        };
    }

    private static <T> T orFail(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (UncheckedIOException | IllegalArgumentException | MetadataException failure) {
            throw new StageFailedException(
                    what + " cannot be used: " + failure.getMessage(),
                    "See that the work directory's disk has space and belongs to you.",
                    failure);
        }
    }

    @Override
    public Consumer<String> toolLog(String tool) {
        Path file = logs.resolve(tool + ".log");
        return line -> {
            try {
                Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException failure) {
                throw new StageFailedException(
                        "The output of " + tool + " cannot be written to " + file + ": " + failure.getMessage(),
                        "Free some space on that disk.",
                        failure);
            }
        };
    }
}
