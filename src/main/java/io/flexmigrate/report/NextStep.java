package io.flexmigrate.report;

import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Status;
import io.flexmigrate.engine.Status.StageStatus;

/** What a person can do next, in one sentence. */
final class NextStep {

    private NextStep() {}

    static String of(Status status) {
        StageName stage = status.current().map(StageStatus::stage).orElse(StageName.FINISH);
        return switch (status.outlook()) {
            case FINISHED -> "Nothing: the migration is finished.";
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
                stage == StageName.CUT_OVER
                        ? "Run migrate cutover when the writes may move."
                        : "Run migrate resume: it goes on with " + stage + ".";
        };
    }

    /** Because resume stops at the gate again where the plan has one. */
    private static String again(StageName stage) {
        return stage == StageName.CUT_OVER
                ? "migrate resume, or migrate cutover where the plan asks for approval"
                : "migrate resume";
    }
}
