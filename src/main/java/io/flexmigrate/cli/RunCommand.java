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
        description = "Walks all stages of a plan, from the beginning or from where the last run stopped.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
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
