package io.flexmigrate.stage.probe;

import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.DumpDirectory;
import io.flexmigrate.mydumper.DumpLog;
import io.flexmigrate.mydumper.DumpRequest;
import io.flexmigrate.mydumper.DumpSlice;
import io.flexmigrate.mydumper.SessionStart;
import io.flexmigrate.mydumper.SliceCommand;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.plan.Compression;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.process.Command;
import io.flexmigrate.stage.Credentials;
import io.flexmigrate.stage.ToolRun;
import io.flexmigrate.stage.ToolThreads;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Dumps the beginning of some tables with mydumper itself, which is ended when it has written enough. */
record SliceDump(ProbeKit kit) {

    private static final long ENOUGH_BYTES = 128L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration SCHEMAS_LONGEST = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(20);

    /**
     * A slice on disk, ready to be loaded.
     *
     * @param whole whether all rows of all its tables are in it
     * @param elapsed how long the rows took
     */
    record Slice(Path directory, List<DumpSlice.Piece> pieces, boolean whole, Duration elapsed) {

        /** How much of a table is in it, from 0 to 1. */
        double share(TableSize table) {
            double rows = pieces.stream()
                    .filter(piece -> piece.table().equals(table.name()))
                    .mapToDouble(DumpSlice.Piece::rows)
                    .sum();
            return whole || table.estimatedRows() <= 0 ? 1 : Math.min(1, rows / table.estimatedRows());
        }

        long bytes() {
            return pieces.stream().mapToLong(DumpSlice.Piece::bytes).sum();
        }

        long rows() {
            return pieces.stream().mapToLong(DumpSlice.Piece::rows).sum();
        }
    }

    Slice take(List<TableSize> tables, ServerVersion version, String database) throws InterruptedException {
        List<TableName> names = tables.stream().map(TableSize::name).toList();
        Path root = kit.workspace().dumpDirectory();
        makeDirectory(root);
        ToolVersion tool = kit.tools().mydumper();
        String initCommand = SessionStart.ofDump(tool, version, Duration.ofSeconds(1));
        try (Credentials credentials = kit.workspace()
                .credentials(kit.plan().source().endpoint(), kit.logins().source(), initCommand)) {
            DumpSlice slice = new DumpSlice(root.resolve("schemas"), root.resolve("rows"));
            run(
                    SliceCommand.schemas(tool, request(names, credentials, slice.schemas(), version), names),
                    names,
                    SCHEMAS_LONGEST);
            Stopwatch stopwatch = SystemClock.stopwatch();
            boolean whole = run(
                    SliceCommand.data(tool, request(names, credentials, slice.data(), version), names), names, LONGEST);
            Duration elapsed = stopwatch.elapsed();
            Path directory = root.resolve("slice");
            return new Slice(directory, slice.moveTo(directory, database, names), whole, elapsed);
        }
    }

    private static void makeDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException("the directory of the slice cannot be made: " + failure, failure);
        }
    }

    /** Whether the tool came to its end. */
    private boolean run(Command command, List<TableName> tables, Duration longest) throws InterruptedException {
        Path output = Path.of(command.arguments().get(command.arguments().size() - 1));
        Stopwatch stopwatch = SystemClock.stopwatch();
        try (ToolRun mydumper = ToolRun.start(
                "mydumper",
                kit.tools().work(),
                command,
                kit.workspace().toolLog("probe"),
                DumpLog.readingOfSlice(tables))) {
            while (!mydumper.ends(LOOK)) {
                boolean enough = new DumpDirectory(output).bytes() >= ENOUGH_BYTES;
                if (enough || stopwatch.elapsed().compareTo(longest) > 0) {
                    return false;
                }
            }
            mydumper.requireSuccess("logs/probe.log");
            return true;
        }
    }

    private DumpRequest request(List<TableName> tables, Credentials credentials, Path output, ServerVersion version) {
        Plan.Endpoint endpoint = kit.plan().source().endpoint();
        return new DumpRequest(
                kit.tools().programs().mydumper(),
                credentials.file(),
                endpoint.host(),
                endpoint.port(),
                endpoint.tls(),
                tables.stream().map(TableName::database).distinct().toList(),
                output,
                ToolThreads.of(kit.plan().dump().threads()),
                kit.plan().dump().longQueryGuard(),
                version,
                Optional.empty(),
                Compression.NONE);
    }
}
