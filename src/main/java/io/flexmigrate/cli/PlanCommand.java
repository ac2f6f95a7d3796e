package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code migrate plan}: the dry run. */
@Command(
        name = "plan",
        description = "Assesses both servers and says what a run would do; changes nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class PlanCommand implements Callable<Integer> {

    @Mixin
    private PlanParameters parameters = new PlanParameters();

    @Mixin
    private AcceptParameters acceptances = new AcceptParameters();

    private final PrintWriter out;

    PlanCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        return parameters
                .migration(out)
                .accepting(acceptances.accepted())
                .describe()
                .code();
    }
}
