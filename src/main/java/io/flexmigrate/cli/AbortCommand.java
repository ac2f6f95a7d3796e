package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate abort}: gives a run up and undoes what it did. */
@Command(
        name = "abort",
        header = "Gives a run up: removes the link, restores settings.",
        description = """
            Before the target is opened; after that there is migrate rollback. The data on
            the target and the dump stay unless --drop-data is given. If it fails or is
            killed, the same command goes on undoing.
            """,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = """
              migrate abort plan.yaml
              migrate abort plan.yaml --drop-data
                  Asks first, and names what it would drop.
              migrate abort plan.yaml --source-is-gone

            Read on: README.md
            """)
@Exits(
        value = {ExitCode.FAILED, ExitCode.INVALID_PLAN, ExitCode.UNCERTAIN, ExitCode.INTERRUPTED},
        failed = "refused, or undoing failed; the same command goes on")
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
