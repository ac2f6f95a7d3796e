package io.flexmigrate.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks through the text of a definition as servers show it, never mistaking what is quoted for what is not.
 *
 * <p>Texts are between single quotes, with backslashes before what would end them; names between backticks (or double quotes
 * under ANSI_QUOTES), doubled inside.
 */
final class DefinitionText {

    private DefinitionText() {}

    /** Where the quoted thing that begins here has ended. */
    static int afterQuoted(String text, int start) {
        char quote = text.charAt(start);
        int at = start + 1;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (unit == '\\' && quote == '\'') {
                at += 2;
            } else if (unit != quote) {
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        throw new IllegalArgumentException("what begins with " + quote + " has no end");
    }

    static boolean isQuote(char unit) {
        return unit == '\'' || unit == '`' || unit == '"';
    }

    /** The place of the first of this character outside quotes, from a place on; -1 when there is none. */
    static int find(String text, char wanted, int from) {
        int at = from;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (unit == wanted) {
                return at;
            }
            at = isQuote(unit) ? afterQuoted(text, at) : at + 1;
        }
        return -1;
    }

    /** The place of the parenthesis that closes the one at this place. */
    static int closing(String text, int open) {
        int depth = 0;
        int at = open;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (isQuote(unit)) {
                at = afterQuoted(text, at);
                continue;
            }
            depth += depthChange(unit);
            if (depth == 0) {
                return at;
            }
            at++;
        }
        throw new IllegalArgumentException("a parenthesis is not closed");
    }

    private static int depthChange(char unit) {
        if (unit == '(') {
            return 1;
        }
        return unit == ')' ? -1 : 0;
    }

    /** The parts between commas that are neither in quotes nor in parentheses, without blanks around them. */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (isQuote(unit)) {
                at = afterQuoted(text, at);
            } else if (unit == '(') {
                at = closing(text, at) + 1;
            } else {
                if (unit == ',') {
                    parts.add(text.substring(start, at).strip());
                    start = at + 1;
                }
                at++;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    /** The words alone: without what is in quotes or in parentheses. */
    static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (isQuote(unit)) {
                at = afterQuoted(text, at);
            } else if (unit == '(') {
                at = closing(text, at) + 1;
            } else {
                bare.append(unit);
                at++;
            }
        }
        return bare.toString();
    }

    /** The name that is quoted at this place, unquoted. */
    static String name(String text, int start) {
        String quote = text.substring(start, start + 1);
        String inside = text.substring(start + 1, afterQuoted(text, start) - 1);
        return inside.replace(quote + quote, quote);
    }
}
