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
