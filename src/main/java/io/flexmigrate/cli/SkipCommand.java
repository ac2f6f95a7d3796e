package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate skip}: shows the event that stops the link, and passes over it when a person wants that. */
@Command(
        name = "skip",
        description = "Shows the event that stops the link; with --event and --because, passes over it.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class SkipCommand implements Callable<Integer> {

    /** What is skipped and why, which go together. */
    static final class Skipped {

        @Option(
                names = "--event",
                required = true,
                paramLabel = "FILE:POSITION",
                description = "The event, as this command shows it without options.")
        private String event = "";

        @Option(
                names = "--because",
                required = true,
                paramLabel = "WHY",
                description = "Why the target may be without it. It is kept in the journal, with your name.")
        private String why = "";
    }

    @Mixin
    private PlanParameters parameters = new PlanParameters();

    @ArgGroup(exclusive = false)
    private Optional<Skipped> skipped = Optional.empty();

    private final PrintWriter out;

    SkipCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        Skipping skipping = parameters.skipping(out);
        if (skipped.isEmpty()) {
            return skipping.show().code();
        }
        if (skipped.get().why.isBlank()) {
            throw new RefusedException("--because is empty: say why the target may be without this event.");
        }
        return skipping.skip(skipped.get().event, skipped.get().why.strip()).code();
    }
}
