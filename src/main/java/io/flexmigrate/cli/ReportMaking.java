package io.flexmigrate.cli;

import io.flexmigrate.engine.DryRun;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.Action;
import io.flexmigrate.model.Fact;
import io.flexmigrate.plan.Approval;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.AssessmentResult;
import io.flexmigrate.planning.PlanningReport;
import io.flexmigrate.planning.PlanningReport.StageActions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Listens to a dry run and makes a planning report of what it hears. */
final class ReportMaking implements DryRun.Listener {

    private final Plan plan;
    private final String workDirectory;
    private final InstantSource clock;
    private final List<StageActions> stages = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private Optional<StageName> current = Optional.empty();
    private Optional<Assessed> assessed = Optional.empty();

    private record Assessed(AssessmentResult result, Instant at) {}

    /** @param workDirectory where a run keeps its journal and its dump */
    ReportMaking(Plan plan, String workDirectory, InstantSource clock) {
        this.plan = plan;
        this.workDirectory = workDirectory;
        this.clock = clock;
    }

    void assessed(AssessmentResult result) {
        assessed = Optional.of(new Assessed(result, clock.instant()));
    }

    void action(Action action) {
        actions.add(action);
    }

    /** Something a reader should know of the stage at hand, or of the first one. */
    void note(String text) {
        action(new Action(Action.Kind.NOTE, Action.HERE, text));
    }

    @Override
    public void before(StageName stage) {
        current = Optional.of(stage);
    }

    @Override
    public void after(StageName stage, Fact fact) {
        if (stage == StageName.VERIFY && plan.cutover().approval() == Approval.MANUAL) {
            String text = "stop here: 'migrate cutover' goes on (cutover.approval: manual);"
                    + " 'migrate watch' looks after the link meanwhile, and proves the rows again";
            actions.add(new Action(Action.Kind.WAIT, Action.HERE, text));
        }
        if (stage == StageName.FINISH) {
            note("write the report, and what the migration can show: evidence.json and evidence.html");
        }
        end(stage, "");
    }

    @Override
    public void undescribed(StageName stage, String reason) {
        end(stage, reason);
    }

    /** The dry run has ended before its end. */
    void failed(RuntimeException failure) {
        current.ifPresent(stage -> end(stage, String.valueOf(failure.getMessage())));
    }

    private void end(StageName stage, String undescribed) {
        stages.add(new StageActions(stage, actions, undescribed));
        current = Optional.empty();
        actions.clear();
    }

    /** Empty when the servers were not even asked. */
    Optional<PlanningReport> report() {
        return assessed.map(seen -> new PlanningReport(
                plan.name(), seen.at(), ProgramVersion.number(), seen.result(), stages, workDirectory));
    }
}
