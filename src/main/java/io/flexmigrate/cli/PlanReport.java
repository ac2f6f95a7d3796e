package io.flexmigrate.cli;

import io.flexmigrate.engine.DryRun;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.report.FindingsText;
import io.flexmigrate.report.ForecastText;
import io.flexmigrate.stage.Stages;
import java.io.PrintWriter;

/** What {@code migrate plan} prints: the findings, then stage by stage the commands and statements of a run. */
final class PlanReport implements DryRun.Listener {

    private static final long MEBIBYTE = 1024 * 1024;

    private final Plan plan;
    private final PrintWriter out;
    private boolean said;
    private boolean probed;

    PlanReport(Plan plan, PrintWriter out) {
        this.plan = plan;
        this.out = out;
    }

    /** @param probing whether something is tried on the target */
    void begin(boolean probing) {
        probed = probing;
        Plan.Endpoint source = plan.source().endpoint();
        Plan.Endpoint target = plan.target().endpoint();
        out.println("Plan " + plan.name() + ": from " + source.host() + ":" + source.port() + " to " + target.host()
                + ":" + target.port() + ". "
                + (probing
                        ? "Probes try something on the target and remove it again; nothing else is changed."
                        : "Nothing is changed; what follows is what a run would do."));
    }

    @Override
    public void before(StageName stage) {
        out.println();
        out.println(stage + ": " + stage.purpose());
        said = false;
    }

    void line(String line) {
        out.println("  " + line);
        said = true;
        out.flush();
    }

    @Override
    public void after(StageName stage, Fact fact) {
        if (fact instanceof Fact.Assessed assessed) {
            long bytes = assessed.tables().stream().mapToLong(TableSize::bytes).sum();
            long rows = assessed.tables().stream()
                    .mapToLong(TableSize::estimatedRows)
                    .sum();
            line("source " + assessed.sourceVersion() + ", target " + assessed.targetVersion() + ", mydumper "
                    + assessed.mydumperVersion());
            line("databases " + String.join(", ", assessed.databases()) + ": "
                    + assessed.tables().size() + " tables, about " + rows + " rows, " + bytes / MEBIBYTE + " MiB");
            out.print(new FindingsText(Stages.catalogue())
                    .write(assessed.findings())
                    .indent(2));
            out.print(new ForecastText().write(assessed.forecast()).indent(2));
        }
        if (!said) {
            line("nothing to change");
        }
        if (stage == StageName.VERIFY && plan.cutover().approval() == Plan.Approval.MANUAL) {
            line("then stop here: 'migrate cutover' goes on (cutover.approval: manual)");
        }
    }

    @Override
    public void undescribed(StageName stage, String reason) {
        line("cannot be described: " + reason);
    }

    void end(RunDirectory directory) {
        out.println();
        out.println((probed ? "Nothing is left of the probes, but for findings that say so. " : "Nothing was changed. ")
                + "A run keeps its journal and its dump in " + directory.root() + ".");
    }
}
