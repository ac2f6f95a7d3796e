package io.flexmigrate.report;

import io.flexmigrate.model.Severity;
import io.flexmigrate.planning.Verdict;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The colours of severities, as terminals know them (ECMA-48).
 *
 * @param isOn whether there are any
 */
record Paint(boolean isOn) {

    private static final Pattern SEVERITY = Pattern.compile("(?m)^(BLOCKER|UNKNOWN|WARNING|INFO)\\b");

    private static final String RED = "1;31";
    private static final String YELLOW = "33";
    private static final String MAGENTA = "35";
    private static final String CYAN = "36";
    private static final String GREEN = "1;32";
    private static final String BOLD = "1";
    private static final String FAINT = "2";

    String verdict(Verdict verdict, String text) {
        return switch (verdict) {
            case BLOCKED -> painted(RED, text);
            case INCOMPLETE -> painted(MAGENTA, text);
            case READY -> painted(GREEN, text);
        };
    }

    /** Severities that begin a line. */
    String severities(String lines) {
        return SEVERITY.matcher(lines)
                .replaceAll(
                        match -> Matcher.quoteReplacement(painted(of(Severity.valueOf(match.group())), match.group())));
    }

    /** A text in a tone. */
    String toned(LiveLine.Tone tone, String text) {
        return switch (tone) {
            case PLAIN -> text;
            case DONE -> painted(GREEN, text);
            case CURRENT -> painted(BOLD, text);
            case FAINT -> painted(FAINT, text);
            case WARNING -> painted(YELLOW, text);
            case FAILED -> painted(RED, text);
        };
    }

    /** A text that warns. */
    String warning(String text) {
        return painted(YELLOW, text);
    }

    private static String of(Severity severity) {
        return switch (severity) {
            case BLOCKER -> RED;
            case UNKNOWN -> MAGENTA;
            case WARNING -> YELLOW;
            case INFO -> CYAN;
        };
    }

    private String painted(String colour, String text) {
        return isOn ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }
}
