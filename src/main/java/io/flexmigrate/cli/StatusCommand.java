package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate status}: how far a run is, read from its journal. */
@Command(
        name = "status",
        description = "Says how far a run is; asks no server.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
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
