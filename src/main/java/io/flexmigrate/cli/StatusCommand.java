package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate status}: how far a run is, read from its journal. */
@Command(
        name = "status",
        header = "Says how far a run is; asks no server.",
        description = """
            Reads the journal alone, so it works beside a run, after it, and when no server
            answers. The first line says how the run stands, the last what a person can do
            next.
            """,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = """
              migrate status plan.yaml
              migrate status plan.yaml --format json
                  For programs.

            Read on: src/site/markdown/watching.md
            """)
@Exits(
        value = {ExitCode.FAILED, ExitCode.INVALID_PLAN},
        failed = "there is no run, or its journal cannot be read")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private PlanParameters parameters = new PlanParameters();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "How to print it. Default: text.",
            defaultValue = "text")
    private Format format = Format.TEXT;

    private final PrintWriter out;

    StatusCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        return parameters.migration(out).status(format).code();
    }
}
