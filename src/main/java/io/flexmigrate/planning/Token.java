package io.flexmigrate.planning;

import java.util.Locale;

/**
 * A word, name, text or sign of SQL code.
 *
 * @param text without the quotes around it
 */
public record Token(Kind kind, String text) {

    /** What it is. */
    public enum Kind {
        /** Letters, digits, {@code _} and {@code $} without quotes: a keyword or a name. */
        WORD,
        /** A name between quotes. */
        NAME,
        /** A literal text. */
        TEXT,
        NUMBER,
        /** {@code @user_variable} or {@code @@system.variable}. */
        VARIABLE,
        /** Any other sign. */
        SIGN
    }

    /** Whether it may name something. */
    public boolean mayName() {
        return kind == Kind.WORD || kind == Kind.NAME;
    }

    /** Whether it is this word without quotes, in whatever case. */
    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    public boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** The word in upper case, or the sign; empty for everything quoted. */
    public String shape() {
        return kind == Kind.WORD || kind == Kind.SIGN ? text.toUpperCase(Locale.ROOT) : "";
    }
}
