package io.flexmigrate.cli;

import io.flexmigrate.model.Rule;
import io.flexmigrate.stage.Stages;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code migrate explain}: what the code of an error or of a finding means, where there is no other manual. */
@Command(
        name = "explain",
        header = "Says what the code of an error or finding means.",
        description = """
            What happened, what it means and what to do next, where there is no other
            manual at hand. Asks no server.
            """,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = """
              migrate explain FM3015
              migrate explain FM1042

            Read on: src/site/markdown/errors.md
            """)
@Exits({})
@SuppressWarnings("NullAway.Init") // picocli sets the command
final class ExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CODE", description = "The code, such as FM3015 or FM1042.")
    private String code = "";

    @Spec
    private CommandSpec command;

    private final PrintWriter out;

    ExplainCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        String wanted = code.toUpperCase(Locale.ROOT);
        Optional<String> text = Arrays.stream(ErrorCode.values())
                .filter(error -> error.code().equals(wanted))
                .map(ExplainCommand::text)
                .findFirst()
                .or(() -> Stages.catalogue().rule(wanted).map(ExplainCommand::text));
        out.print(text.orElseThrow(() -> new ParameterException(
                command.commandLine(), "There is no code '" + code + "'; codes are such as FM3015 or FM1042.")));
        return ExitCode.DONE.code();
    }

    private static String text(ErrorCode error) {
        return """
                %s: %s.
                What it means: %s
                To do: %s
                Exit code %d: %s.
                """.formatted(
                        error.code(),
                        error.title(),
                        error.meaning(),
                        error.remedy(),
                        error.exit().code(),
                        error.exit().meaning());
    }

    private static String text(Rule rule) {
        return """
                %s must hold: %s.
                Why: %s
                Can be accepted: %s
                See %s
                """.formatted(
                        rule.code(),
                        rule.title(),
                        rule.why(),
                        rule.acceptable() ? "yes, with --accept " + rule.code() + "='why'." : "no.",
                        rule.manual());
    }
}
