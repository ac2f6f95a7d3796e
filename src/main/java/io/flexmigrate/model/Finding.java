package io.flexmigrate.model;

/**
 * Something a check saw: never a boolean, never an exception.
 *
 * @param code stable name of the check, such as {@code FM1002}
 * @param severity how much it weighs
 * @param subject the thing it is about, such as {@code source log_bin} or {@code shop.orders}
 * @param message what was seen and why it matters, in one or two sentences
 * @param remedy what a person can do about it, as a command, a statement or a line of the plan; may be empty
 */
public record Finding(String code, Severity severity, String subject, String message, String remedy) {

    public static Finding blocker(String code, String subject, String message, String remedy) {
        return new Finding(code, Severity.BLOCKER, subject, message, remedy);
    }

    public static Finding warning(String code, String subject, String message, String remedy) {
        return new Finding(code, Severity.WARNING, subject, message, remedy);
    }

    public static Finding info(String code, String subject, String message) {
        return new Finding(code, Severity.INFO, subject, message, "");
    }

    public boolean blocks() {
        return severity == Severity.BLOCKER;
    }
}
