package io.flexmigrate.report;

import io.flexmigrate.planning.AssessmentResult;
import io.flexmigrate.planning.AssessmentResult.Server;
import io.flexmigrate.planning.AssessmentResult.Unseen;
import io.flexmigrate.planning.PlanningReport;
import io.flexmigrate.planning.Verdict;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A planning report for a terminal of 100 columns; statements and commands are never broken. */
public final class PlanningText {

    private final DateTimeFormatter day;
    private final Paint paint;

    /**
     * @param zone whose clock the text shows
     * @param colours whether it is for a terminal that knows colours
     */
    public PlanningText(ZoneId zone, boolean colours) {
        this.day = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT)
                .withZone(zone);
        this.paint = new Paint(colours);
    }

    /** Many lines, the last with a line feed too. */
    public String write(PlanningReport report) {
        AssessmentResult assessment = report.assessment();
        TextPage page = new TextPage();
        head(page, report);
        findings(page, assessment);
        unseen(page, assessment.unseen());
        new SizesText(page).write(assessment.tables());
        new TimesText(page).write(assessment.forecast());
        new GroupsText(page).write(assessment.groups());
        new ParametersText(page).write(assessment.parameters());
        new StagesText(page).write(report.stages());
        verdict(page, report);
        page.sentence(0, next(report));
        return paint.severities(page.text());
    }

    private void head(TextPage page, PlanningReport report) {
        AssessmentResult assessment = report.assessment();
        page.verbatim(0, "Planning report for " + Visible.line(report.plan()));
        page.blank();
        page.sentence("  from   ", server(assessment.source()));
        page.sentence("  to     ", server(assessment.target()));
        page.sentence("  tools  ", tools(assessment.tools()));
        page.sentence("  made   ", day.format(report.made()) + " by migrate " + report.program());
        page.blank();
        verdict(page, report);
    }

    private void verdict(TextPage page, PlanningReport report) {
        page.verbatim(0, paint.verdict(report.verdict(), VerdictText.of(report)));
    }

    private static String server(Server server) {
        String version = server.version().isEmpty() ? "its version could not be read" : server.version();
        return Visible.line(
                server.address() + "   " + server.flavour() + (server.flavour().isEmpty() ? "" : " ") + version);
    }

    private static String tools(List<String> tools) {
        return tools.isEmpty() ? "could not be asked for their versions" : Visible.line(String.join(", ", tools));
    }

    private static void findings(TextPage page, AssessmentResult assessment) {
        page.heading("Findings");
        if (assessment.findings().isEmpty()) {
            page.sentence(
                    2, "None: " + Amounts.count(assessment.catalogue().rules().size(), "rule") + " checked.");
            return;
        }
        String findings = new FindingsText(assessment.catalogue()).write(assessment.findings());
        page.lines(findings.stripTrailing());
    }

    private static void unseen(TextPage page, List<Unseen> unseen) {
        if (unseen.isEmpty()) {
            return;
        }
        page.heading("What cannot be seen from here");
        for (Unseen one : unseen) {
            page.sentence(2, Visible.line(one.subject()) + ": " + Visible.line(one.reason()));
            page.remedy(6, Visible.lines(one.remedy()));
        }
    }

    private static String next(PlanningReport report) {
        String then = report.verdict() == Verdict.BLOCKED
                ? "Put right what blocks, or accept it where that is allowed, then ask for this report again."
                : "A run keeps its journal and its dump in " + Visible.line(report.workDirectory()) + ".";
        return "Nothing was changed. " + VerdictText.meaning(report.verdict()) + " " + then;
    }
}
