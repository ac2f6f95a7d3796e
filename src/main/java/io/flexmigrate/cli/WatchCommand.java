package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate watch}: looks after the link of a run, until it is ended or once. */
@Command(
        name = "watch",
        header = "Looks after the link: its health, its lag, changed sources.",
        description = """
            Looks again and again, proves the data chunk by chunk meanwhile, and runs the
            alert hooks of the plan when the verdict changes.
            """,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = """
              migrate watch plan.yaml
                  Until it is ended with Ctrl-C.
              migrate watch plan.yaml --once
                  One look, for cron: its exit code is the verdict.
              migrate watch plan.yaml --format json

            Read on: src/site/markdown/link.md, src/site/markdown/verification.md
            """)
@Exits(
        value = {ExitCode.FAILED, ExitCode.INVALID_PLAN, ExitCode.DIFFERENT, ExitCode.INTERRUPTED},
        failed = "lagging, broken or out of reach, or there is no link")
final class WatchCommand implements Callable<Integer> {

    @Mixin
    private PlanParameters parameters = new PlanParameters();

    @Option(
            names = "--once",
            description = "One look, for cron: ends with 0 when the target is in sync, with 1 when it is not.")
    private boolean once;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "How to print it; json is one object a line. Default: text.",
            defaultValue = "text")
    private Format format = Format.TEXT;

    @Mixin
    private final TellingParameters tellings;

    WatchCommand(PrintWriter out, Foreground foreground) {
        this.tellings = new TellingParameters(out, foreground);
    }

    @Override
    public Integer call() throws InterruptedException {
        Watching watching = parameters.watching(tellings.telling(), format);
        return (once ? watching.once() : watching.untilEnded()).code();
    }
}
