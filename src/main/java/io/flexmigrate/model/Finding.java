package io.flexmigrate.model;

import java.util.Optional;

/**
 * Something a check saw: never a boolean, never an exception.
 *
 * @param code the rule it is about, such as {@code FM1002}
 * @param severity how much it weighs
 * @param subject the thing it is about, such as {@code source log_bin} or {@code shop.orders}
 * @param message what was seen, in one or two sentences
 * @param remedy what a person can do about it: statements and commands stand on lines of their own; may be empty
 * @param accepted why a person accepted it; empty when nobody did
 */
public record Finding(
        String code, Severity severity, String subject, String message, String remedy, Optional<String> accepted) {

    /** The same, accepted for this reason. */
    public Finding acceptedBecause(String reason) {
        return new Finding(code, severity, subject, message, remedy, Optional.of(reason));
    }

    /** Whether it stops the migration: it is a blocker and nobody accepted it. */
    public boolean blocks() {
        return severity == Severity.BLOCKER && accepted.isEmpty();
    }
}
