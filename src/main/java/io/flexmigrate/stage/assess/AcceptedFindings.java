package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Acceptance;
import io.flexmigrate.model.Catalogue;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** FM1098, FM1099: findings as they stand when some are accepted, and what is wrong with the acceptances. */
final class AcceptedFindings {

    static final Rule ACCEPTABLE = Rule.absolute(
            "FM1098",
            "Only what can be accepted is accepted",
            "Where the migration could only fail or lose data, nobody's word makes it work.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-problems.html");

    static final Rule USED = Rule.of(
            "FM1099",
            "Every acceptance is about a finding",
            "An acceptance that is about nothing was misspelt, or is no longer needed and would hide a later finding.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-problems.html");

    private final Catalogue catalogue;
    private final Collection<Acceptance> acceptances;

    /** @param acceptances of two with one target the first one counts */
    AcceptedFindings(Catalogue catalogue, List<Acceptance> acceptances) {
        this.catalogue = catalogue;
        Map<String, Acceptance> byTarget = new LinkedHashMap<>();
        acceptances.forEach(acceptance -> byTarget.putIfAbsent(acceptance.target(), acceptance));
        // because what is said of one subject goes before what is said of all
        this.acceptances = byTarget.values().stream()
                .sorted(Comparator.comparing(acceptance -> acceptance.subject().isEmpty()))
                .toList();
    }

    /** The same findings, accepted where somebody does and may, and those about the acceptances. */
    List<Finding> of(List<Finding> findings) {
        List<Finding> all = new ArrayList<>();
        findings.forEach(finding -> all.add(accepted(finding)));
        for (Acceptance acceptance : acceptances) {
            List<Finding> covered = findings.stream().filter(acceptance::covers).toList();
            if (covered.isEmpty()) {
                all.add(unused(acceptance));
            } else if (!covered.stream().allMatch(this::mayBeAccepted)) {
                all.add(refused(acceptance));
            }
        }
        return all;
    }

    private Finding accepted(Finding finding) {
        if (!mayBeAccepted(finding)) {
            return finding;
        }
        return acceptances.stream()
                .filter(acceptance -> acceptance.covers(finding))
                .findFirst()
                .map(acceptance -> finding.acceptedBecause(acceptance.reason()))
                .orElse(finding);
    }

    private boolean mayBeAccepted(Finding finding) {
        return finding.severity() != Severity.BLOCKER
                || catalogue.rule(finding.code()).map(Rule::acceptable).orElse(false);
    }

    private Finding refused(Acceptance acceptance) {
        String why = catalogue.rule(acceptance.code()).map(Rule::why).orElse("");
        return ACCEPTABLE.blocker(
                "acceptance of " + acceptance.target(),
                acceptance.code() + " cannot be accepted. " + why,
                "Put right what " + acceptance.code()
                        + " says, and take its acceptance out of the plan or the command.");
    }

    private Finding unused(Acceptance acceptance) {
        String seen = catalogue.rule(acceptance.code()).isPresent()
                ? "There is no finding " + acceptance.target() + "."
                : "ASSESS has no check with the code " + acceptance.code() + ".";
        return USED.warning(
                "acceptance of " + acceptance.target(),
                seen,
                "Correct the code or the subject, written as the finding shows it, or leave the acceptance out.");
    }
}
