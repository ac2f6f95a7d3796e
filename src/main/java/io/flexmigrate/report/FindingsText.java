package io.flexmigrate.report;

import io.flexmigrate.model.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Findings as people read them: the gravest first, each with what can be done about it. */
public final class FindingsText {

    private static final Comparator<Finding> GRAVEST_FIRST =
            Comparator.comparing(Finding::severity).thenComparing(Finding::code).thenComparing(Finding::subject);

    /** One paragraph for each finding; empty when there is none. */
    public String write(List<Finding> findings) {
        return findings.stream()
                .sorted(GRAVEST_FIRST)
                .map(FindingsText::paragraph)
                .collect(Collectors.joining());
    }

    private static String paragraph(Finding finding) {
        return String.format(Locale.ROOT, "%-7s  %s  %s\n", finding.severity(), finding.code(), finding.subject())
                + indented("", finding.message())
                + (finding.remedy().isBlank() ? "" : indented("What to do: ", finding.remedy()));
    }

    private static String indented(String label, String text) {
        return (label + text).lines().map(line -> "         " + line + "\n").collect(Collectors.joining());
    }
}
