package io.flexmigrate.cli;

import io.flexmigrate.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the verbs that write a planning report take beside a plan: how to write it and where to. */
@SuppressWarnings("NullAway.Init") // picocli sets the command
final class ReportParameters {

    @Option(
            names = "--format",
            paramLabel = "text|json|html",
            description = "How to write the report. Default: what the ending of FILE says, else text.")
    private Optional<ReportFormat> format = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write the report instead of the terminal; a file that is there is replaced.")
    private Optional<Path> file = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** For a verb that writes no report this time. */
    void requireUnused(String condition) {
        if (format.isPresent() || file.isPresent()) {
            throw refusal("--format and --output are for " + condition);
        }
    }

    /**
     * Where the report goes.
     *
     * @throws ParameterException when it is certain that it cannot be written there, or a person would not want it there
     */
    ReportOutput output(PrintWriter out, Terminal terminal) {
        ReportFormat chosen = format.orElseGet(() -> file.map(ReportFormat::of).orElse(ReportFormat.TEXT));
        if (chosen == ReportFormat.HTML && file.isEmpty() && terminal.isThere()) {
            throw refusal("an HTML report is no use on a terminal; name a file with -o, such as -o plan.html");
        }
        Optional<ReportFile> destination = file.map(ReportFile::new);
        destination.flatMap(ReportFile::problem).ifPresent(problem -> {
            throw refusal(problem);
        });
        return new ReportOutput(chosen, destination, out, terminal.isColoured());
    }

    private ParameterException refusal(String problem) {
        return new ParameterException(command.commandLine(), problem);
    }
}
