package io.flexmigrate.cli;

import io.flexmigrate.model.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Findings as a list for people, the heaviest first. */
record FindingsText(List<Finding> findings) {

    FindingsText {
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity))
                .map(FindingsText::entry)
                .collect(Collectors.joining("\n"));
    }

    private static String entry(Finding finding) {
        String head = "%-7s %s  %s%n".formatted(finding.severity(), finding.code(), finding.subject());
        String body = indented("", finding.message());
        return finding.remedy().isEmpty() ? head + body : head + body + indented("To do: ", finding.remedy());
    }

    private static String indented(String label, String text) {
        return (label + text).indent("BLOCKER ".length());
    }
}
