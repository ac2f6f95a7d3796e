package io.flexmigrate.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's word that the migration may go on in spite of a finding.
 *
 * @param code the rule, such as {@code FM1043}
 * @param subject the one thing whose finding is accepted, as the finding names it; empty for all findings of the rule
 * @param reason why, not blank
 */
public record Acceptance(String code, Optional<String> subject, String reason) {

    private static final Pattern TARGET = Pattern.compile("(FM\\d{4})(?: +(\\S.*))?", Pattern.DOTALL);

    public Acceptance {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an acceptance says why");
        }
    }

    /**
     * Reads an acceptance.
     *
     * @param target a code, such as {@code FM1043}, or a code and a subject, such as {@code FM1043 shop.log}
     * @return empty when the target is not of this form, or the reason is blank
     */
    public static Optional<Acceptance> parse(String target, String reason) {
        Matcher matcher = TARGET.matcher(target.strip());
        return matcher.matches() && !reason.isBlank()
                ? Optional.of(new Acceptance(matcher.group(1), Optional.ofNullable(matcher.group(2)), reason.strip()))
                : Optional.empty();
    }

    /** Whether the finding is one of those it accepts. */
    public boolean covers(Finding finding) {
        return finding.code().equals(code)
                && subject.map(finding.subject()::equals).orElse(true);
    }

    /** What it accepts, as a person writes it. */
    public String target() {
        return subject.map(name -> code + " " + name).orElse(code);
    }
}
