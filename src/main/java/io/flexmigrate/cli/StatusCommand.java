package io.flexmigrate.cli;

import io.flexmigrate.report.Narration.Detail;
import io.flexmigrate.terminal.Terminal;
import java.io.PrintWriter;
import java.util.Optional;
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

    @Option(
            names = "--watch",
            description = "Look on until nobody works on the run any more, or Ctrl-C; the run itself is not touched.")
    private boolean watch;

    @Option(names = "--plain", description = "With --watch: only lines, on a terminal too.")
    private boolean plain;

    private final PrintWriter out;
    private final Foreground foreground;

    StatusCommand(PrintWriter out, Foreground foreground) {
        this.out = out;
        this.foreground = foreground;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!watch) {
            return parameters.migration(Telling.inLines(out)).status(format).code();
        }
        Terminal ours = Terminal.ours(System.getenv());
        Terminal terminal = plain ? ours.forLines() : ours;
        Telling telling = new Telling(out, foreground, terminal, LogFormat.TEXT, Detail.NORMAL, Optional.empty());
        StatusWatching watching = new StatusWatching(parameters.reading(), telling);
        return (format == Format.JSON ? watching.forPrograms() : watching.forPeople()).code();
    }
}
