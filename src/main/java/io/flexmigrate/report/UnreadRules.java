package io.flexmigrate.report;

import io.flexmigrate.model.Catalogue;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rules that many could not be checked for one reason, such as a server that was lost: told together, not one by one.
 *
 * @param byReason code and title of each of the rules, by the reason
 * @param others all other findings, in their order
 */
record UnreadRules(Map<String, List<String>> byReason, List<Finding> others) {

    private static final int FEW = 3;

    static UnreadRules of(List<Finding> findings, Catalogue catalogue) {
        Map<String, List<Finding>> unknown = findings.stream()
                .filter(UnreadRules::isOpen)
                .collect(Collectors.groupingBy(Finding::message, LinkedHashMap::new, Collectors.toList()));
        unknown.values().removeIf(group -> group.size() <= FEW);
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        unknown.forEach((reason, group) -> byReason.put(
                reason,
                group.stream()
                        .map(finding -> label(finding, catalogue))
                        .distinct()
                        .sorted()
                        .toList()));
        List<Finding> others = new ArrayList<>(findings);
        others.removeIf(finding -> isOpen(finding) && unknown.containsKey(finding.message()));
        return new UnreadRules(byReason, others);
    }

    private static boolean isOpen(Finding finding) {
        return finding.severity() == Severity.UNKNOWN && finding.accepted().isEmpty();
    }

    private static String label(Finding finding, Catalogue catalogue) {
        return (finding.code() + "  "
                        + catalogue.rule(finding.code()).map(Rule::title).orElse(""))
                .strip();
    }
}
