package io.flexmigrate.report;

import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Status;
import io.flexmigrate.engine.Status.GroupStatus;
import io.flexmigrate.engine.Status.StageStatus;
import java.util.List;

/** What a person can do next, in one sentence. */
public final class NextStep {

    private NextStep() {}

    /** For a run that stands so. */
    public static String of(Status status) {
        StageName stage = status.current().map(StageStatus::stage).orElse(StageName.FINISH);
        return switch (status.outlook()) {
            case FINISHED -> "Nothing: the migration is finished.";
            case ROLLED_BACK ->
                "Nothing of this run: " + back(status)
                        + " on the source again, and the link is gone. To move it, begin a new run with another work directory.";
            case IN_SYNC -> "Run migrate watch: it looks after the link.";
            case ABORTED -> "Nothing: the run was aborted. A new one needs a new work directory.";
            case ABORTING -> "Run migrate abort again: it goes on undoing.";
            case RUNNING -> "Nothing: " + stage + " is under way.";
            case UNCERTAIN ->
                "STOP: it is not known who owns the writes. Look at both servers before anything else runs.";
            case FAILED ->
                "Put the cause of the failure right, then run " + again(stage) + ": it goes on from " + stage + ".";
            case INTERRUPTED -> "Run " + again(stage) + ": it goes on from " + stage + ".";
            case WAITING ->
                stage == StageName.CUT_OVER ? cutOver(status) : "Run migrate resume: it goes on with " + stage + ".";
        };
    }

    private static String back(Status status) {
        List<String> back = status.groups().stream()
                .filter(group -> !group.hasMoved())
                .map(GroupStatus::name)
                .toList();
        return String.join(", ", back) + (back.size() == 1 ? " is" : " are");
    }

    private static String cutOver(Status status) {
        List<String> left = status.groups().stream()
                .filter(group -> !group.hasMoved())
                .map(GroupStatus::name)
                .toList();
        return status.groups().size() < 2
                ? "Run migrate cutover when the writes may move."
                : "Run migrate cutover --group GROUP when the writes of a group may move; left: "
                        + String.join(", ", left) + ".";
    }

    /** Because resume stops at the gate again where the plan has one. */
    private static String again(StageName stage) {
        return stage == StageName.CUT_OVER
                ? "migrate resume, or migrate cutover where the plan asks for approval"
                : "migrate resume";
    }
}
