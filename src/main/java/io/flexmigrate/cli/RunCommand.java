package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate run}: begins a run, or goes on with one. */
@Command(
        name = "run",
        description = "Walks all stages of a plan, from the beginning or from where the last run stopped.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class RunCommand implements Callable<Integer> {

    @Mixin
    private PlanParameters parameters = new PlanParameters();

    @Option(names = "--dry-run", description = "Only say what would be done, as 'migrate plan' does.")
    private boolean dryRun;

    @Mixin
    private ReportParameters report = new ReportParameters();

    private final PrintWriter out;

    RunCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (dryRun) {
            ReportOutput output = report.output(out, Terminal.ours(System.getenv()));
            return parameters.migration(out).describe(output).code();
        }
        report.requireUnused("--dry-run");
        return parameters.migration(out).run(false, false).code();
    }
}
