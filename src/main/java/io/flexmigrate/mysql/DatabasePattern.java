package io.flexmigrate.mysql;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The database of a grant, as {@code mysql.db} writes it: {@code %} is any text, {@code _} any character, and a backslash takes
 * that meaning from what follows: refman/8.0/en/grant.html.
 */
public record DatabasePattern(String text) {

    private static final int FLAGS = Pattern.DOTALL | Pattern.UNICODE_CASE;

    /**
     * How a server reads the databases of its grants.
     *
     * @param wildcards false where {@code partial_revokes} is ON: then {@code _} and {@code %} are letters like others:
     *     refman/8.0/en/partial-revokes.html
     * @param caseless where {@code lower_case_table_names} is not 0
     */
    public record Matching(boolean wildcards, boolean caseless) {}

    /** Whether it stands for more than one name. */
    public boolean isWild(Matching how) {
        return how.wildcards() && hasWildcard();
    }

    private boolean hasWildcard() {
        for (int at = 0; at < text.length(); at++) {
            if (escapes(at)) {
                at++;
            } else if (text.charAt(at) == '%' || text.charAt(at) == '_') {
                return true;
            }
        }
        return false;
    }

    /** The one name it stands for, without escapes. */
    public String name() {
        StringBuilder name = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (escapes(at)) {
                at++;
            }
            name.append(text.charAt(at));
        }
        return name.toString();
    }

    /** The pattern that stands for this name alone where wildcards are read as such. */
    public static DatabasePattern ofName(String name) {
        return new DatabasePattern(
                name.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%"));
    }

    /** Tells which databases it stands for. */
    public Predicate<String> matcher(Matching how) {
        if (!isWild(how)) {
            String name = name();
            return how.caseless() ? name::equalsIgnoreCase : name::equals;
        }
        return Pattern.compile(regex(), how.caseless() ? FLAGS | Pattern.CASE_INSENSITIVE : FLAGS)
                .asMatchPredicate();
    }

    private String regex() {
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (escapes(at)) {
                at++;
                regex.append(Pattern.quote(text.substring(at, at + 1)));
                continue;
            }
            char letter = text.charAt(at);
            switch (letter) {
                case '%' -> regex.append(".*");
                case '_' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(letter)));
            }
        }
        return regex.toString();
    }

    /** A backslash at the end is a letter. */
    private boolean escapes(int at) {
        return text.charAt(at) == '\\' && at + 1 < text.length();
    }

    @Override
    public String toString() {
        return text;
    }
}
