package io.flexmigrate.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.planning.Token.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void cutsWordsNumbersAndSigns() {
        assertThat(Tokens.of("SELECT a1+2.5", ""))
                .containsExactly(
                        word("SELECT"),
                        word("a1"),
                        new Token(Kind.SIGN, "+"),
                        new Token(Kind.NUMBER, "2"),
                        new Token(Kind.SIGN, "."),
                        new Token(Kind.NUMBER, "5"));
    }

    @Test
    void takesQuotesAway() {
        assertThat(Tokens.of("`a``b` 'it''s' 'a\\'b' \"x\"", ""))
                .containsExactly(name("a`b"), text("it's"), text("a'b"), text("x"));
    }

    @Test
    void takesDoubleQuotesForNamesUnderAnsiQuotes() {
        assertThat(Tokens.of("\"a\"\"b\" 'c'", "REAL_AS_FLOAT,ANSI_QUOTES")).containsExactly(name("a\"b"), text("c"));
    }

    @Test
    void leavesBackslashesAloneWhereTheyEscapeNothing() {
        assertThat(Tokens.of("'a\\' b", "NO_BACKSLASH_ESCAPES")).containsExactly(text("a\\"), word("b"));
    }

    @Test
    void leavesOutComments() {
        assertThat(Tokens.of("a -- b\nc # d\ne /* f ' */ g --", ""))
                .containsExactly(word("a"), word("c"), word("e"), word("g"));
    }

    @Test
    void takesTwoDashesWithoutSpaceForSigns() {
        assertThat(Tokens.of("1--2", "")).hasSize(4);
    }

    @Test
    void readsTheCodeInCommentsThatTheServerRuns() {
        assertThat(Tokens.of("a /*!80000 b */ c", "")).containsExactly(word("a"), word("b"), word("c"));
    }

    @Test
    void takesAVariableWhole() {
        assertThat(Tokens.of("@a.b @@global.x @'y' @`z` q", ""))
                .extracting(Token::kind)
                .containsExactly(Kind.VARIABLE, Kind.VARIABLE, Kind.VARIABLE, Kind.VARIABLE, Kind.WORD);
    }

    @Test
    void endsWithCodeThatIsCutOff() {
        assertThat(List.of("'a", "`a", "/* a", "/*!", "@", "a -"))
                .allSatisfy(code -> assertThat(Tokens.of(code, "")).hasSizeLessThan(3));
    }

    private static Token word(String text) {
        return new Token(Kind.WORD, text);
    }

    private static Token name(String text) {
        return new Token(Kind.NAME, text);
    }

    private static Token text(String text) {
        return new Token(Kind.TEXT, text);
    }
}
