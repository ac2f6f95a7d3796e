package io.flexmigrate.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
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

    private final PrintWriter out;

    AbortCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        Aborting aborting = parameters.aborting(out);
        aborting.requirePossible();
        if (dropsData && !yes) {
            aborting.toDrop().ifPresent(this::ask);
        }
        return aborting.abort(sourceIsGone, dropsData).code();
    }

    private void ask(String databases) {
        out.println("This drops on the target: " + databases + ". What was written there is lost for ever.");
        out.print("Type 'drop' to go on: ");
        out.flush();
        if (!"drop".equals(answer())) {
            throw new RefusedException("Nothing was done. With --yes it does not ask.");
        }
    }

    private static String answer() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
