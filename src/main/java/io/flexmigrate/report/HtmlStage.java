package io.flexmigrate.report;

import io.flexmigrate.model.Action;
import io.flexmigrate.planning.PlanningReport.StageActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One stage of the HTML page's plan of action.
 *
 * @param more how many actions are left out of the page
 */
record HtmlStage(
        int number,
        String name,
        String purpose,
        String undo,
        String count,
        List<Step> steps,
        int more,
        String undescribed) {

    private static final int SHOWN = 500;

    static List<HtmlStage> all(List<StageActions> stages) {
        List<HtmlStage> all = new ArrayList<>();
        stages.forEach(stage -> all.add(of(all.size() + 1, stage)));
        return all;
    }

    private static HtmlStage of(int number, StageActions stage) {
        List<Step> steps = stage.actions().stream().limit(SHOWN).map(Step::of).toList();
        return new HtmlStage(
                number,
                stage.stage().name(),
                stage.stage().purpose(),
                stage.stage().undo(),
                stage.actions().isEmpty()
                        ? "changes nothing"
                        : Amounts.count(stage.actions().size(), "action"),
                steps,
                stage.actions().size() - steps.size(),
                stage.undescribed());
    }

    boolean hasSteps() {
        return !steps.isEmpty();
    }

    boolean hasMore() {
        return more > 0;
    }

    /**
     * One action.
     *
     * @param isCode whether it is a statement or a command
     */
    record Step(String where, String kind, String text, boolean isCode) {

        static Step of(Action action) {
            boolean code = action.kind() == Action.Kind.SQL || action.kind() == Action.Kind.COMMAND;
            return new Step(action.where(), action.kind().name().toLowerCase(Locale.ROOT), action.text(), code);
        }
    }
}
