package io.flexmigrate.cli;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.plan.PlanFile;
import io.flexmigrate.report.Visible;
import io.flexmigrate.stage.accounts.AccountSurvey;
import io.flexmigrate.stage.accounts.AccountSurvey.Line;
import io.flexmigrate.stage.accounts.Omission;
import java.io.PrintWriter;
import java.util.List;

/** What {@code migrate accounts} says: a line for each account, and what stays behind. */
record AccountsShown(PlanFile planFile, RunDirectory directory, PrintWriter out) {

    private static final int LONGEST_NAME = 40;

    /** @param onlyDifferences whether to leave out what is as it should be, and to show the statements */
    void show(boolean onlyDifferences) throws InterruptedException {
        Wiring wiring = Wiring.of(planFile, directory, List.of(), System.getenv());
        AccountSurvey survey = AccountSurvey.read(planFile.plan(), wiring.source(), wiring.target(), past());
        if (!planFile.plan().accounts().copy()) {
            out.println("The plan does not copy accounts (accounts.copy: false); this is what it would do if it did.");
        }
        List<Line> lines = survey.lines().stream()
                .filter(line -> !onlyDifferences || line.isDifferent())
                .toList();
        table(lines, onlyDifferences);
        omissions(survey.omissions().stream()
                .filter(omission -> !omission.isWhole())
                .toList());
    }

    private List<Event> past() {
        return directory.hasRun()
                ? Progress.of(FileJournal.read(directory).events()).events(StageName.ACCOUNTS)
                : List.of();
    }

    private void table(List<Line> lines, boolean withStatements) {
        if (lines.isEmpty()) {
            out.println("Nothing differs.");
            return;
        }
        int width = lines.stream()
                .mapToInt(line -> Visible.line(line.name().toString()).length())
                .map(length -> Math.min(length, LONGEST_NAME))
                .max()
                .orElse(0);
        String form = "%-" + Math.max("account".length(), width) + "s  %-7s %-7s %s%n";
        out.printf(form, "account", "source", "target", "what a run does");
        for (Line line : lines) {
            out.printf(form, Visible.line(line.name().toString()), line.source(), line.target(), line.deed());
            if (withStatements) {
                line.statements().forEach(statement -> out.println("    " + Visible.line(statement)));
            }
        }
    }

    private void omissions(List<Omission> omissions) {
        if (!omissions.isEmpty()) {
            out.println();
            out.println("Not copied:");
            omissions.forEach(omission -> {
                out.println("  " + Visible.line(omission.subject()));
                out.println("      " + Visible.line(omission.words()));
            });
        }
    }
}
