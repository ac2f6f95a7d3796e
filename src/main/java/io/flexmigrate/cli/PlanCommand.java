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
    private ReportParameters report = new ReportParameters();

    private final PrintWriter out;

    PlanCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        ReportOutput output = report.output(out, Terminal.ours(System.getenv()));
        return parameters.migration(out).describe(output).code();
    }
}
