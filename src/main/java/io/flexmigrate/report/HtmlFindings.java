package io.flexmigrate.report;

import io.flexmigrate.model.Catalogue;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.planning.AssessmentResult;
import io.flexmigrate.planning.Summary;
import java.util.List;
import java.util.Locale;

/**
 * The findings of the HTML page, by rule.
 *
 * @param checked how many rules there are
 */
record HtmlFindings(int checked, int total, List<Filter> filters, List<Group> groups) {

    private static final int SHOWN_PER_RULE = 500;
    private static final int UNFOLDED = 5;

    static HtmlFindings of(AssessmentResult assessment, Summary summary) {
        return new HtmlFindings(
                assessment.catalogue().rules().size(),
                assessment.findings().size(),
                List.of(
                        new Filter("blocker", "Blockers", summary.blockers()),
                        new Filter("unknown", "Unknown", summary.unknown()),
                        new Filter("warning", "Warnings", summary.warnings()),
                        new Filter("info", "Notes", summary.infos()),
                        new Filter("accepted", "Accepted", summary.accepted())),
                groups(assessment.findings(), assessment.catalogue()));
    }

    /** The gravest rule first. */
    static List<Group> groups(List<Finding> findings, Catalogue catalogue) {
        return RuleFindings.of(findings, catalogue).stream().map(Group::of).toList();
    }

    boolean any() {
        return total > 0;
    }

    /** A button that hides and shows all findings of one weight. */
    record Filter(String weight, String label, long number) {

        boolean none() {
            return number == 0;
        }

        String count() {
            return String.format(Locale.ROOT, "%,d", number);
        }
    }

    /**
     * All findings of one rule.
     *
     * @param manual empty unless it can be opened
     * @param unfolded those that are seen at once
     * @param folded those that are seen on demand
     * @param more how many are left out of the page
     */
    record Group(
            String code,
            String title,
            String why,
            String manual,
            String weight,
            String label,
            String count,
            List<Item> unfolded,
            List<Item> folded,
            int more) {

        static Group of(RuleFindings findings) {
            List<Item> items = findings.findings().stream()
                    .limit(SHOWN_PER_RULE)
                    .map(Item::of)
                    .toList();
            int unfolded = Math.min(UNFOLDED, items.size());
            return new Group(
                    findings.code(),
                    findings.rule().map(Rule::title).orElse(""),
                    findings.rule().map(Rule::why).orElse(""),
                    findings.rule().map(Rule::manual).filter(Group::canBeOpened).orElse(""),
                    items.get(0).weight(),
                    items.get(0).label(),
                    Amounts.count(findings.findings().size(), "finding"),
                    items.subList(0, unfolded),
                    items.subList(unfolded, items.size()),
                    findings.findings().size() - items.size());
        }

        private static boolean canBeOpened(String address) {
            return address.startsWith("https://") || address.startsWith("http://");
        }

        boolean hasFolded() {
            return !folded.isEmpty();
        }

        int foldedNumber() {
            return folded.size();
        }

        boolean hasMore() {
            return more > 0;
        }
    }

    /** One finding. */
    record Item(String weight, String label, String subject, String message, List<RemedyLine> remedy, String accepted) {

        static Item of(Finding finding) {
            boolean accepted = finding.accepted().isPresent();
            String severity = finding.severity().name().toLowerCase(Locale.ROOT);
            return new Item(
                    accepted ? "accepted" : severity,
                    accepted ? "accepted " + severity : severity,
                    finding.subject(),
                    finding.message(),
                    RemedyLine.of(finding.remedy()),
                    finding.accepted().orElse(""));
        }

        boolean hasRemedy() {
            return !remedy.isEmpty();
        }

        boolean single() {
            return RemedyLine.isSingle(remedy);
        }
    }
}
