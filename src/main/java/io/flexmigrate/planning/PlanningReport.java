package io.flexmigrate.planning;

import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.Action;
import java.time.Instant;
import java.util.List;

/**
 * All that {@code migrate plan} has to say, as plain values: to be printed as text, as JSON or as HTML.
 *
 * @param plan name of the plan
 * @param made when the servers were read
 * @param program version of this program
 * @param assessment what was seen
 * @param stages what each stage would do, in order, as far as it can be described
 * @param workDirectory where a run keeps its journal and its dump
 */
public record PlanningReport(
        String plan,
        Instant made,
        String program,
        AssessmentResult assessment,
        List<StageActions> stages,
        String workDirectory) {

    public PlanningReport {
        stages = List.copyOf(stages);
    }

    /**
     * What one stage would do.
     *
     * @param actions in order
     * @param undescribed why what it would do cannot be said, or not all of it; empty when it is said
     */
    public record StageActions(StageName stage, List<Action> actions, String undescribed) {
        public StageActions {
            actions = List.copyOf(actions);
        }
    }

    /** How many findings there are of each weight. */
    public Summary summary() {
        return Summary.of(assessment.findings());
    }

    /** What it comes to. */
    public Verdict verdict() {
        if (assessment.isBlocked()) {
            return Verdict.BLOCKED;
        }
        boolean described =
                stages.stream().allMatch(stage -> stage.undescribed().isEmpty());
        return described ? Verdict.READY : Verdict.INCOMPLETE;
    }
}
