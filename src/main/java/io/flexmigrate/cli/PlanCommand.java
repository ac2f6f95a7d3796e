package io.flexmigrate.cli;

import io.flexmigrate.plan.Plan;
import io.flexmigrate.terminal.Terminal;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Option(
            names = "--probe",
            description = "Also measure dump and load with a slice, in a scratch database on the target.")
    private boolean probe;

    @Mixin
    private ReportParameters report = new ReportParameters();

    private final PrintWriter out;

    PlanCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        ReportOutput output = report.output(out, Terminal.ours(System.getenv()));
        return parameters
                .migration(Telling.inLines(out))
                .accepting(acceptances.accepted())
                .describe(output, probe ? Set.of(Plan.Probe.LOAD) : Set.of())
                .code();
    }
}
