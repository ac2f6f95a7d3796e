package io.flexmigrate.planning;

import io.flexmigrate.planning.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts SQL code into tokens and leaves out comments, as refman/8.0/en/language-structure.html describes them. */
public final class Tokens {

    private final String code;
    private final boolean doubleQuotesName;
    private final boolean backslashEscapes;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String code, String sqlMode) {
        String modes = "," + sqlMode.toUpperCase(Locale.ROOT) + ",";
        this.code = code;
        this.doubleQuotesName = modes.contains(",ANSI_QUOTES,");
        this.backslashEscapes = !modes.contains(",NO_BACKSLASH_ESCAPES,");
    }

    /**
     * The tokens of code.
     *
     * @param sqlMode the modes it was written under, with commas: they say what double quotes and backslashes mean
     */
    public static List<Token> of(String code, String sqlMode) {
        return new Tokens(code, sqlMode).cut();
    }

    private List<Token> cut() {
        while (at < code.length()) {
            if (!skipped()) {
                take();
            }
        }
        return List.copyOf(tokens);
    }

    private boolean skipped() {
        char here = code.charAt(at);
        if (Character.isWhitespace(here)) {
            at++;
            return true;
        }
        if (here == '#' || isDashComment()) {
            int end = code.indexOf('\n', at);
            at = end < 0 ? code.length() : end + 1;
            return true;
        }
        if (code.startsWith("*/", at)) {
            at += 2;
            return true;
        }
        return code.startsWith("/*", at) && skippedBlock();
    }

    /** Two dashes are a comment only before white space, and at the end. */
    private boolean isDashComment() {
        return code.startsWith("--", at) && (at + 2 >= code.length() || Character.isWhitespace(code.charAt(at + 2)));
    }

    /** A comment of the form {@code /*!80000 code} holds code that the server runs. */
    private boolean skippedBlock() {
        if (code.startsWith("/*!", at)) {
            at += 3;
            while (at < code.length() && isDigit(code.charAt(at))) {
                at++;
            }
            return true;
        }
        int end = code.indexOf("*/", at + 2);
        at = end < 0 ? code.length() : end + 2;
        return true;
    }

    private void take() {
        char here = code.charAt(at);
        if (here == '`') {
            add(Kind.NAME, quoted('`', false));
        } else if (here == '"') {
            boolean name = doubleQuotesName;
            add(name ? Kind.NAME : Kind.TEXT, quoted('"', !name && backslashEscapes));
        } else if (here == '\'') {
            add(Kind.TEXT, quoted('\'', backslashEscapes));
        } else if (here == '@') {
            add(Kind.VARIABLE, variable());
        } else if (isOfWord(here)) {
            String word = word();
            add(word.chars().allMatch(sign -> isDigit((char) sign)) ? Kind.NUMBER : Kind.WORD, word);
        } else {
            add(Kind.SIGN, String.valueOf(here));
            at++;
        }
    }

    private void add(Kind kind, String text) {
        tokens.add(new Token(kind, text));
    }

    private String quoted(char quote, boolean escapes) {
        StringBuilder text = new StringBuilder();
        at++;
        while (at < code.length()) {
            char here = code.charAt(at++);
            boolean escaped = escapes && here == '\\' && at < code.length();
            boolean doubled = here == quote && at < code.length() && code.charAt(at) == quote;
            if (here == quote && !doubled) {
                break;
            }
            text.append(escaped || doubled ? code.charAt(at++) : here);
        }
        return text.toString();
    }

    private String variable() {
        int from = at;
        while (at < code.length() && code.charAt(at) == '@') {
            at++;
        }
        if (at < code.length() && "`'\"".indexOf(code.charAt(at)) >= 0) {
            return "@" + quoted(code.charAt(at), false);
        }
        while (at < code.length() && (isOfWord(code.charAt(at)) || code.charAt(at) == '.')) {
            at++;
        }
        return code.substring(from, at);
    }

    private String word() {
        int from = at;
        while (at < code.length() && isOfWord(code.charAt(at))) {
            at++;
        }
        return code.substring(from, at);
    }

    /** The signs of names without quotes: refman/8.0/en/identifiers.html. */
    private static boolean isOfWord(char sign) {
        return sign >= 0x80
                || sign == '_'
                || sign == '$'
                || isDigit(sign)
                || (sign >= 'a' && sign <= 'z')
                || (sign >= 'A' && sign <= 'Z');
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }
}
