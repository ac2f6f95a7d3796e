package io.flexmigrate.report;

import io.flexmigrate.engine.Outlook;
import io.flexmigrate.engine.Status.StageStatus;
import java.util.Set;

/** How a stage stands, in words. */
final class StageWords {

    private StageWords() {}

    /** One character: {@code x} done, {@code !} failed, {@code >} begun, a blank for what is to do. */
    static String mark(StageStatus stage, Outlook outlook) {
        return switch (state(stage, outlook)) {
            case "done" -> "x";
            case "failed", "uncertain" -> "!";
            case "to do" -> " ";
            default -> ">";
        };
    }

    /** Such as {@code running}. */
    static String state(StageStatus stage, Outlook outlook) {
        return switch (stage.state()) {
            case TO_DO -> stage.attempts() > 0 ? again(outlook) : "to do";
            case STARTED -> begun(outlook, "running");
            case PRODUCED -> begun(outlook, "checking");
            case DONE -> "done";
        };
    }

    private static String again(Outlook outlook) {
        return Set.of(Outlook.WAITING, Outlook.ROLLED_BACK).contains(outlook) ? "waits" : "failed";
    }

    private static String begun(Outlook outlook, String whenRunning) {
        if (outlook == Outlook.RUNNING) {
            return whenRunning;
        }
        return outlook == Outlook.UNCERTAIN ? "uncertain" : "interrupted";
    }

    /** What it left; before that how far it is, or else what it is for. */
    static String text(StageStatus stage, Outlook outlook) {
        return stage.fact()
                .map(FactText::of)
                .or(() ->
                        stage.pace().filter(pace -> outlook == Outlook.RUNNING).map(PaceText::of))
                .orElse(stage.stage().purpose());
    }

    /** Such as {@code (attempt 2)} behind a blank; empty for the first. */
    static String attempt(StageStatus stage) {
        return stage.attempts() > 1 ? " (attempt " + stage.attempts() + ")" : "";
    }
}
