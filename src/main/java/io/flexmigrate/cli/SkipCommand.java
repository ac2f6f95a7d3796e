package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code migrate skip}: shows the event that stops the link, and passes over it when a person wants that. */
@Command(
        name = "skip",
        header = "Shows the event that stops the link, or passes over it.",
        description = """
            What the target then lacks is nowhere else: repair it yourself, and compare
            with migrate verify. Nothing is ever skipped without both options.
            """,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = """
              migrate skip plan.yaml
                  Shows the event, its rows, and what went wrong with it.
              migrate skip plan.yaml --event binlog.000012:4711 \\
                  --because 'the row was put there by hand, ticket 17'

            Read on: src/site/markdown/link.md
            """)
@Exits(
        value = {ExitCode.FAILED, ExitCode.INVALID_PLAN, ExitCode.INTERRUPTED},
        failed = "no event stops the link, or it is another one")
final class SkipCommand implements Callable<Integer> {

    @Mixin
    private PlanParameters parameters = new PlanParameters();

    @Option(
            names = "--event",
            paramLabel = "FILE:POSITION",
            description = "The event, as this command shows it without options.")
    private Optional<String> event = Optional.empty();

    @Option(
            names = "--because",
            paramLabel = "WHY",
            description = "Why the target may be without it. It is kept in the journal, with your name.")
    private Optional<String> why = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final PrintWriter out;

    SkipCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        Skipping skipping = parameters.skipping(out);
        if (event.isEmpty() && why.isEmpty()) {
            return skipping.show().code();
        }
        if (event.isEmpty() || why.map(String::isBlank).orElse(true)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--event and --because go together: say which, and why the target may be without it.");
        }
        return skipping.skip(event.get(), why.get().strip()).code();
    }
}
