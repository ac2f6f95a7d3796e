package io.flexmigrate.mydumper;

import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;

/** How many rows a dump holds of each table, counted in its files and not believed. */
public final class RowCount {

    private static final int BUFFER = 1 << 17;

    private RowCount() {}

    /**
     * Counts them, in the order of the tables.
     *
     * @param threads how many files are read at once; at least 1
     * @throws MetadataException when a file is compressed by zstd, which we do not read, or cannot be read
     */
    public static List<TableRows> of(List<DumpedTable> tables, int threads) throws InterruptedException {
        return of(tables, Map.of(), threads);
    }

    /**
     * Counts them, in the order of the tables; for tables whose files we do not read, says what the metadata says.
     *
     * @param said rows by table as {@link DumpDirectory#rows} reads them
     * @param threads how many files are read at once; at least 1
     * @throws MetadataException when nothing says how many rows a table has, or a file cannot be read
     */
    public static List<TableRows> of(List<DumpedTable> tables, Map<TableName, Long> said, int threads)
            throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<TableRows>> work = new ArrayList<>();
            for (DumpedTable table : tables) {
                work.add(() -> of(table, Optional.ofNullable(said.get(table.name()))));
            }
            List<TableRows> counted = new ArrayList<>();
            for (Future<TableRows> result : workers.invokeAll(work)) {
                counted.add(result.get());
            }
            return counted;
        } catch (ExecutionException failure) {
            throw new MetadataException(
                    String.valueOf(
                            failure.getCause() == null
                                    ? failure
                                    : failure.getCause().getMessage()),
                    failure);
        } finally {
            workers.shutdownNow();
        }
    }

    private static TableRows of(DumpedTable table, Optional<Long> said) {
        long bytes = 0;
        long rows = 0;
        boolean isReadable =
                table.dataFiles().stream().allMatch(file -> DataFile.of(file).isReadable());
        for (Path file : table.dataFiles()) {
            bytes += size(file);
            rows += isReadable ? rows(file) : 0;
        }
        return new TableRows(table.name(), isReadable ? rows : said.orElseThrow(() -> unsaid(table)), bytes);
    }

    private static MetadataException unsaid(DumpedTable table) {
        return new MetadataException("nothing says how many rows the dump holds of " + table.name()
                + ": its files are compressed by zstd, and the metadata does not name it");
    }

    private static long rows(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream text = DataFile.of(file).isGzip() ? new GZIPInputStream(raw, BUFFER) : raw) {
            return RowScan.of(text, new byte[BUFFER]);
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    private static MetadataException unreadable(Path file, IOException failure) {
        return new MetadataException("the rows in " + file + " cannot be counted: " + failure, failure);
    }
}
