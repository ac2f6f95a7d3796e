package io.flexmigrate.report;

import io.flexmigrate.model.Catalogue;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings as people read them: by rule, the gravest first, each subject with what was seen and what can be done about it. */
public final class FindingsText {

    private static final int MOST_SUBJECTS = 20;
    private static final int WIDTH = 98;
    private static final String MARGIN = " ".repeat(10);

    private final Catalogue catalogue;

    /** @param catalogue the rules that findings are about; one that it lacks is shown without its title and reason */
    public FindingsText(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Findings of one rule that weigh the same. */
    private record Heading(boolean accepted, Severity severity, String code) implements Comparable<Heading> {

        private static final Comparator<Heading> GRAVEST_FIRST = Comparator.comparing(Heading::accepted)
                .thenComparing(Heading::severity)
                .thenComparing(Heading::code);

        static Heading of(Finding finding) {
            return new Heading(finding.accepted().isPresent(), finding.severity(), finding.code());
        }

        String word() {
            return accepted ? "ACCEPTED" : severity.name();
        }

        @Override
        public int compareTo(Heading other) {
            return GRAVEST_FIRST.compare(this, other);
        }
    }

    /** A paragraph for each rule; empty when there is no finding. */
    public String write(List<Finding> findings) {
        UnreadRules unread = UnreadRules.of(findings, catalogue);
        Map<Heading, List<Finding>> groups =
                unread.others().stream().collect(Collectors.groupingBy(Heading::of, TreeMap::new, Collectors.toList()));
        List<String> paragraphs = new ArrayList<>();
        groups.forEach((heading, group) -> paragraphs.add(paragraph(heading, group)));
        unread.byReason().forEach((reason, rules) -> paragraphs.add(paragraph(reason, rules)));
        return String.join("\n", paragraphs);
    }

    private static String paragraph(String reason, List<String> rules) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-8s  %d rules could not be checked", Severity.UNKNOWN, rules.size()));
        lines.addAll(folded(Visible.line(reason), MARGIN));
        rules.forEach(rule -> lines.add(MARGIN + "  " + rule));
        return String.join("\n", lines) + "\n";
    }

    private String paragraph(Heading heading, List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        String title = catalogue.rule(heading.code()).map(Rule::title).orElse("");
        String count = findings.size() > 1 ? String.format(Locale.ROOT, " (%,d)", findings.size()) : "";
        lines.add(String.format(Locale.ROOT, "%-8s  %s  %s%s", heading.word(), heading.code(), title, count)
                .stripTrailing());
        catalogue.rule(heading.code()).ifPresent(rule -> lines.addAll(folded("Why: " + rule.why(), MARGIN)));
        findings.stream()
                .sorted(Comparator.comparing(Finding::subject))
                .limit(MOST_SUBJECTS)
                .flatMap(FindingsText::lines)
                .forEach(lines::add);
        if (findings.size() > MOST_SUBJECTS) {
            lines.add(String.format(
                    Locale.ROOT, "%s... and %,d more (see --format json)", MARGIN, findings.size() - MOST_SUBJECTS));
        }
        catalogue.rule(heading.code()).ifPresent(rule -> lines.add(MARGIN + "Manual: " + rule.manual()));
        return String.join("\n", lines) + "\n";
    }

    private static Stream<String> lines(Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add(MARGIN + Visible.line(finding.subject()));
        lines.addAll(folded(Visible.line(finding.message()), MARGIN + "  "));
        if (finding.accepted().isPresent()) {
            lines.addAll(folded("Accepted: " + Visible.line(finding.accepted().get()), MARGIN + "  "));
            return lines.stream();
        }
        if (!finding.remedy().isBlank()) {
            lines.add(MARGIN + "  To do:");
            // not folded, because a person copies statements and commands from here
            finding.remedy().lines().forEach(line -> lines.add(MARGIN + "    " + Visible.line(line)));
        }
        return lines.stream();
    }

    private static List<String> folded(String text, String margin) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        int width = WIDTH - margin.length();
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > 0 ? space : rest.indexOf(' ', width);
            if (end < 0) {
                break;
            }
            lines.add(margin + rest.substring(0, end));
            rest = rest.substring(end + 1);
        }
        lines.add(margin + rest);
        return lines;
    }
}
