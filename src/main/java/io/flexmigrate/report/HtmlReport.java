package io.flexmigrate.report;

import io.flexmigrate.planning.AssessmentResult;
import io.flexmigrate.planning.AssessmentResult.GroupPlan;
import io.flexmigrate.planning.AssessmentResult.ParameterAdvice;
import io.flexmigrate.planning.AssessmentResult.Server;
import io.flexmigrate.planning.AssessmentResult.Unseen;
import io.flexmigrate.planning.PlanningReport;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A planning report as the template of the HTML page wants it: texts, lists and widths, nothing to reckon. */
record HtmlReport(
        String plan,
        String made,
        String program,
        String workDirectory,
        String verdict,
        String verdictClass,
        String verdictText,
        String meaning,
        HtmlServer source,
        HtmlServer target,
        String tools,
        HtmlFindings findings,
        List<HtmlUnseen> unseen,
        HtmlSizes sizes,
        HtmlTimeline timeline,
        List<HtmlGroup> groups,
        List<HtmlParameter> parameters,
        List<HtmlStage> stages) {

    static HtmlReport of(PlanningReport report, ZoneId zone) {
        AssessmentResult assessment = report.assessment();
        DateTimeFormatter day = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT)
                .withZone(zone);
        return new HtmlReport(
                report.plan(),
                day.format(report.made()),
                report.program(),
                report.workDirectory(),
                report.verdict().name(),
                report.verdict().name().toLowerCase(Locale.ROOT),
                VerdictText.sentence(report.summary()),
                VerdictText.meaning(report.verdict()),
                HtmlServer.of(assessment.source()),
                HtmlServer.of(assessment.target()),
                assessment.tools().isEmpty() ? "versions unknown" : String.join(", ", assessment.tools()),
                HtmlFindings.of(assessment, report.summary()),
                assessment.unseen().stream().map(HtmlUnseen::of).toList(),
                HtmlSizes.of(assessment.tables()),
                HtmlTimeline.of(assessment.forecast()),
                assessment.groups().stream().map(HtmlGroup::of).toList(),
                assessment.parameters().stream().map(HtmlParameter::of).toList(),
                HtmlStage.all(report.stages()));
    }

    boolean hasUnseen() {
        return !unseen.isEmpty();
    }

    boolean hasGroups() {
        return !groups.isEmpty();
    }

    boolean hasParameters() {
        return !parameters.isEmpty();
    }

    /** One side. */
    record HtmlServer(String address, String version) {

        static HtmlServer of(Server server) {
            String version = server.version().isEmpty() ? "version unknown" : server.version();
            return new HtmlServer(
                    server.address(), server.flavour().isEmpty() ? version : server.flavour() + " " + version);
        }
    }

    /** What nobody can check from here. */
    record HtmlUnseen(String subject, String reason, List<RemedyLine> remedy) {

        static HtmlUnseen of(Unseen unseen) {
            return new HtmlUnseen(unseen.subject(), unseen.reason(), RemedyLine.of(unseen.remedy()));
        }

        boolean hasRemedy() {
            return !remedy.isEmpty();
        }

        boolean single() {
            return RemedyLine.isSingle(remedy);
        }
    }

    /** Databases that cut over together. */
    record HtmlGroup(
            String name, List<String> databases, List<String> accounts, List<String> writers, List<String> reasons) {

        static HtmlGroup of(GroupPlan group) {
            return new HtmlGroup(
                    group.name(),
                    group.databases(),
                    group.accounts().stream().map(Object::toString).toList(),
                    group.writers(),
                    group.reasons());
        }

        boolean hasReasons() {
            return !reasons.isEmpty();
        }
    }

    /** A setting of the target, for the load. */
    record HtmlParameter(
            String name, String now, String forTheLoad, String why, List<String> before, List<String> after) {

        static HtmlParameter of(ParameterAdvice advice) {
            return new HtmlParameter(
                    advice.name(),
                    advice.now(),
                    advice.forTheLoad(),
                    advice.why(),
                    lines(advice.before()),
                    lines(advice.after()));
        }

        private static List<String> lines(String text) {
            return text.lines().filter(line -> !line.isBlank()).toList();
        }
    }
}
