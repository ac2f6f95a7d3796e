package io.flexmigrate.report;

import io.flexmigrate.model.Action;
import io.flexmigrate.planning.PlanningReport.StageActions;
import java.util.Iterator;
import java.util.List;

/** The plan of action: what each stage would do, in order. */
record StagesText(TextPage page) {

    private static final int NUMBER = 7;
    private static final int WHERE = 8;

    void write(List<StageActions> stages) {
        page.heading("Plan of action");
        int number = 1;
        for (StageActions stage : stages) {
            write(number++, stage);
        }
    }

    private void write(int number, StageActions stage) {
        page.verbatim(0, number + ". " + stage.stage() + ": " + stage.stage().purpose());
        for (ActionRun run : ActionRun.of(stage.actions())) {
            write(number, run);
        }
        if (!stage.undescribed().isEmpty()) {
            page.verbatim(3, "Cannot be described further:");
            page.sentence(6, Visible.line(stage.undescribed()));
        } else if (stage.actions().isEmpty()) {
            page.verbatim(3, "Changes nothing.");
        }
        page.sentence("   Undo: ", stage.stage().undo());
        page.blank();
    }

    private void write(int stage, ActionRun run) {
        int number = run.first();
        for (Action action : run.shown()) {
            write(Columns.right(stage + "." + number++, NUMBER) + "  " + Columns.left(action.where(), WHERE), action);
        }
        if (run.more() > 0) {
            page.verbatim(NUMBER + 2 + WHERE, "... and " + run.more() + " more of this kind");
        }
    }

    private void write(String label, Action action) {
        if (action.kind() == Action.Kind.NOTE || action.kind() == Action.Kind.WAIT) {
            page.sentence(label, Visible.line(action.text()));
            return;
        }
        Iterator<String> lines = Visible.lines(action.text()).lines().iterator();
        String before = label;
        while (lines.hasNext()) {
            page.verbatim(0, before + lines.next());
            before = " ".repeat(label.length());
        }
    }
}
