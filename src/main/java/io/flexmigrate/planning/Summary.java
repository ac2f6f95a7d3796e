package io.flexmigrate.planning;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Severity;
import java.util.List;

/**
 * How many findings there are of each weight; accepted ones are counted apart.
 *
 * @param accepted findings of any weight that a person accepted
 */
public record Summary(long blockers, long unknown, long warnings, long infos, long accepted) {

    public static Summary of(List<Finding> findings) {
        return new Summary(
                open(findings, Severity.BLOCKER),
                open(findings, Severity.UNKNOWN),
                open(findings, Severity.WARNING),
                open(findings, Severity.INFO),
                findings.stream()
                        .filter(finding -> finding.accepted().isPresent())
                        .count());
    }

    private static long open(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding ->
                        finding.severity() == severity && finding.accepted().isEmpty())
                .count();
    }
}
