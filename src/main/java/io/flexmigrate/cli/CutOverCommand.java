package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code migrate cutover}: goes on with a run that waits for approval of its cut-over. */
@Command(
        name = "cutover",
        description = "Goes past the approval gate: moves the writes to the target.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class CutOverCommand implements Callable<Integer> {

    @Mixin
    private PlanParameters parameters = new PlanParameters();

    @Mixin
    private AcceptParameters acceptances = new AcceptParameters();

    private final PrintWriter out;

    CutOverCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        return parameters
                .migration(out)
                .accepting(acceptances.accepted())
                .run(true, true, Set.of())
                .code();
    }
}
