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
        header = "Assesses both servers and says what a run would do.",
        description = """
            The dry run; it changes nothing. Says what stands in the way and what to do
            about it, how long each stage may take, and every statement and command of a
            run in order.
            """,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = """
              migrate plan plan.yaml
              migrate plan plan.yaml -o plan.html
                  One file that needs nothing else, for those who decide.
              migrate plan plan.yaml --probe
                  Measures with a slice of the largest tables instead of guessing.
              migrate plan plan.yaml --accept FM1106='the dump goes by a leased line'
                  Lives with a finding; a run wants the same said again.

            Read on: src/site/markdown/planning-report.md, src/site/markdown/checks.md
            """)
@Exits(
        value = {ExitCode.FAILED, ExitCode.INVALID_PLAN, ExitCode.BLOCKED, ExitCode.INTERRUPTED},
        failed = "something failed, so the report is incomplete")
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
