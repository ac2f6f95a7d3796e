package io.flexmigrate.report;

import io.flexmigrate.model.Catalogue;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All findings of one rule, the gravest first.
 *
 * @param rule empty when the catalogue does not know it
 */
record RuleFindings(String code, Optional<Rule> rule, List<Finding> findings) {

    private static final Comparator<Finding> GRAVEST_FIRST = Comparator.comparing(
                    (Finding finding) -> finding.accepted().isPresent())
            .thenComparing(Finding::severity)
            .thenComparing(Finding::subject);

    private static final Comparator<RuleFindings> GRAVEST_RULE_FIRST = Comparator.comparing(
                    (RuleFindings group) -> group.findings().get(0).accepted().isPresent())
            .thenComparing(RuleFindings::gravest)
            .thenComparing(RuleFindings::code);

    RuleFindings {
        findings = findings.stream().sorted(GRAVEST_FIRST).toList();
    }

    /** The gravest rule first, accepted ones last. */
    static List<RuleFindings> of(List<Finding> findings, Catalogue catalogue) {
        Map<String, List<Finding>> byCode =
                findings.stream().collect(Collectors.groupingBy(Finding::code, TreeMap::new, Collectors.toList()));
        return byCode.entrySet().stream()
                .map(entry -> new RuleFindings(entry.getKey(), catalogue.rule(entry.getKey()), entry.getValue()))
                .sorted(GRAVEST_RULE_FIRST)
                .toList();
    }

    Severity gravest() {
        return findings.get(0).severity();
    }
}
