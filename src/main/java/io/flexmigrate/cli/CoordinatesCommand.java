package io.flexmigrate.cli;

import io.flexmigrate.journal.CoordinatesJson;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.GtidSet;
import io.flexmigrate.mydumper.DumpMetadata;
import io.flexmigrate.mydumper.MetadataException;
import io.flexmigrate.mydumper.MetadataFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migrate coordinates}: where the snapshot of a dump stands, whoever made it. */
@Command(
        name = "coordinates",
        header = "Says where a dump of mydumper's stands in the binlog.",
        description = """
            Reads what any release of mydumper wrote, and refuses a dump that was not
            finished.
            """,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = """
              migrate coordinates dump/
              migrate coordinates dump/metadata --format json

            Read on: src/site/markdown/dump-and-load.md
            """)
@Exits(value = ExitCode.FAILED, failed = "the dump is not finished, or does not say where it stands")
final class CoordinatesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DUMP", description = "The directory of a dump, or its file named metadata.")
    private Path dump = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "How to print it. Default: text.",
            defaultValue = "text")
    private Format format = Format.TEXT;

    private final PrintWriter out;

    CoordinatesCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        DumpMetadata metadata = read();
        out.print(written(metadata.coordinates().orElseThrow(), metadata.gtidSet()));
        return ExitCode.DONE.code();
    }

    private DumpMetadata read() {
        try {
            return new MetadataFile(dump).read();
        } catch (MetadataException refused) {
            throw new RefusedException(String.valueOf(refused.getMessage()));
        }
    }

    private String written(BinlogCoordinates coordinates, GtidSet gtidSet) {
        return switch (format) {
            case TEXT -> """
                file: %s
                position: %d
                gtid_set: %s
                finished: true
                """.formatted(coordinates.file(), coordinates.position(), gtidSet.text());
            case JSON -> new CoordinatesJson().write(coordinates, gtidSet);
        };
    }
}
