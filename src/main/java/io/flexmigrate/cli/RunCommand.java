package io.flexmigrate.cli;

import io.flexmigrate.plan.Plan;
import io.flexmigrate.terminal.Terminal;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate run}: begins a run, or goes on with one. */
@Command(
        name = "run",
        header = "Walks all stages, from the beginning or where it stopped.",
        description = """
            Kill it at any moment and run it again: the journal in the work directory says
            where it goes on. Before the cut-over it ends with 0 and waits for migrate
            cutover, unless the plan says approval: automatic.
            """,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = """
              migrate run plan.yaml
              migrate run plan.yaml --work-dir /data/shop
                  The dump goes there; it needs as much room as the data.
              migrate run plan.yaml --ui 127.0.0.1:8080 --metrics 127.0.0.1:9464
                  Shows itself to browsers and to Prometheus while it goes on.
              migrate run plan.yaml --accept FM1043='small tables only'

            Read on: README.md, src/site/markdown/dump-and-load.md,
                     src/site/markdown/link.md
            """)
@Exits({
    ExitCode.FAILED,
    ExitCode.INVALID_PLAN,
    ExitCode.BLOCKED,
    ExitCode.DIFFERENT,
    ExitCode.UNCERTAIN,
    ExitCode.ABORTED,
    ExitCode.INTERRUPTED
})
final class RunCommand implements Callable<Integer> {

    @Mixin
    private PlanParameters parameters = new PlanParameters();

    @Option(names = "--dry-run", description = "Only say what would be done, as 'migrate plan' does.")
    private boolean dryRun;

    @Mixin
    private AcceptParameters acceptances = new AcceptParameters();

    @Option(
            names = "--probe",
            description = "Also measure dump and load with a slice, in a scratch database on the target.")
    private boolean probe;

    @Mixin
    private ListenParameters listen = new ListenParameters();

    @Mixin
    private ReportParameters report = new ReportParameters();

    @Mixin
    private final TellingParameters tellings;

    private final PrintWriter out;

    RunCommand(PrintWriter out, Foreground foreground) {
        this.tellings = new TellingParameters(out, foreground);
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (dryRun) {
            listen.requireUnused("--dry-run");
            ReportOutput output = report.output(out, Terminal.ours(System.getenv()));
            return migration(Telling.inLines(out)).describe(output, probing()).code();
        }
        report.requireUnused("--dry-run");
        Telling telling = tellings.telling();
        return listen.during(() -> migration(telling).run(false, probing()), parameters.reading(), telling)
                .code();
    }

    private Migration migration(Telling telling) {
        return parameters.migration(telling).accepting(acceptances.accepted());
    }

    private Set<Plan.Probe> probing() {
        return probe ? Set.of(Plan.Probe.LOAD) : Set.of();
    }
}
