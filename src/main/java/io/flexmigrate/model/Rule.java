package io.flexmigrate.model;

import java.util.Optional;

/**
 * What a check looks for: everything about its findings that does not depend on what was seen.
 *
 * @param code stable name, such as {@code FM1042}; never given to another rule
 * @param title what must hold, as a short sentence without a full stop
 * @param why what happens to a migration where it does not hold
 * @param manual address of the page that says so
 * @param acceptable whether a person may accept a finding of this rule that blocks: not where the migration could only fail or lose data
 */
public record Rule(String code, String title, String why, String manual, boolean acceptable) {

    /** A rule whose blocking findings a person may accept, with a reason. */
    public static Rule of(String code, String title, String why, String manual) {
        return new Rule(code, title, why, manual, true);
    }

    /** A rule whose blocking findings nobody can accept away. */
    public static Rule absolute(String code, String title, String why, String manual) {
        return new Rule(code, title, why, manual, false);
    }

    /** A finding that stops the migration. */
    public Finding blocker(String subject, String seen, String remedy) {
        return finding(Severity.BLOCKER, subject, seen, remedy);
    }

    /** A finding that a person should know of before the migration goes on. */
    public Finding warning(String subject, String seen, String remedy) {
        return finding(Severity.WARNING, subject, seen, remedy);
    }

    /** A finding that is worth knowing. */
    public Finding info(String subject, String seen, String remedy) {
        return finding(Severity.INFO, subject, seen, remedy);
    }

    /**
     * Says that the rule could not be checked.
     *
     * @param reason why not, as a sentence
     */
    public Finding unknown(String subject, String reason) {
        return finding(Severity.UNKNOWN, subject, reason, "");
    }

    private Finding finding(Severity severity, String subject, String seen, String remedy) {
        return new Finding(code, severity, subject, seen, remedy, Optional.empty());
    }
}
