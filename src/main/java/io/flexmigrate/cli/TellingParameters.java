package io.flexmigrate.cli;

import io.flexmigrate.report.Narration.Detail;
import io.flexmigrate.terminal.Terminal;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a verb that takes long tells what it does. */
@SuppressWarnings("NullAway.Init") // picocli sets the command
final class TellingParameters {

    @Option(names = "--plain", description = "Only lines, on a terminal too: nothing is redrawn in place.")
    private boolean plain;

    @Option(
            names = {"-q", "--quiet"},
            description = "Only what went wrong or may, and the last words.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Also every step and every sample.")
    private boolean verbose;

    @Option(
            names = "--log-format",
            paramLabel = "text|json",
            description = "How to print what happens; json is one object a line. Default: text.",
            defaultValue = "text")
    private LogFormat format = LogFormat.TEXT;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private final PrintWriter out;
    private final Foreground foreground;

    TellingParameters(PrintWriter out, Foreground foreground) {
        this.out = out;
        this.foreground = foreground;
    }

    Telling telling() {
        if (quiet && verbose) {
            throw new ParameterException(command.commandLine(), "--quiet and --verbose exclude each other.");
        }
        Terminal ours = Terminal.ours(System.getenv());
        Terminal terminal = plain ? ours.forLines() : ours;
        return new Telling(out, foreground, terminal, format, detail(), Optional.empty());
    }

    private Detail detail() {
        if (quiet) {
            return Detail.QUIET;
        }
        return verbose ? Detail.VERBOSE : Detail.NORMAL;
    }
}
