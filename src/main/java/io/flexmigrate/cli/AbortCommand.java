package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate abort}: gives a run up and undoes what it did. */
@Command(
        name = "abort",
        description = "Gives a run up: removes the link, restores settings, and leaves the data.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class AbortCommand implements Callable<Integer> {

    @Mixin
    private PlanParameters parameters = new PlanParameters();

    @Option(
            names = "--drop-data",
            description =
                    "Also drop the databases and accounts that the run made on the target, and delete the dump. Asks first.")
    private boolean dropsData;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--source-is-gone", description = "Undo nothing on the source, which does not answer any more.")
    private boolean sourceIsGone;

    @Mixin
    private final TellingParameters tellings;

    private final PrintWriter out;

    AbortCommand(PrintWriter out, Foreground foreground) {
        this.tellings = new TellingParameters(out, foreground);
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        Aborting aborting = parameters.aborting(tellings.telling());
        aborting.requirePossible();
        if (dropsData && !yes) {
            aborting.toDrop()
                    .ifPresent(databases -> new Confirmation(out)
                            .ask(
                                    "This drops on the target: " + databases
                                            + ". What was written there is lost for ever.",
                                    "drop"));
        }
        return aborting.abort(sourceIsGone, dropsData).code();
    }
}
