package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate watch}: looks after the link of a run, until it is ended or once. */
@Command(
        name = "watch",
        description = "Looks after the link: whether it works, its lag, and what changed on the source.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
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
