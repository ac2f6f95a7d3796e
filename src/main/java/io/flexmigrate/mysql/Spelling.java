package io.flexmigrate.mysql;

import io.flexmigrate.model.ServerVersion;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Brings what servers of different versions say of the same thing to one spelling; between servers of one version next to nothing is
 * changed, so that nothing can be overlooked there.
 *
 * @param loose whether the versions differ
 */
public record Spelling(boolean loose) {

    /** From 8.0.19 on the server leaves widths out: relnotes/mysql/8.0/en/news-8-0-19.html. */
    private static final Pattern WIDTH =
            Pattern.compile("\\b((?:tiny|small|medium|big)?int|integer|year)\\(\\d+\\)(?! unsigned zerofill)");

    /** 8.0.28 and later say utf8mb3: refman/8.0/en/charset-unicode-utf8mb3.html. */
    private static final Pattern UTF8 = Pattern.compile("\\butf8(?=_|\\b)");

    private static final char UNDECODABLE = '\uFFFD';
    private static final Pattern ESCAPED = Pattern.compile("_[a-z0-9]+\\\\'");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\'])");
    private static final Pattern INTRODUCED =
            Pattern.compile("(?<![A-Za-z0-9_`$])_([a-z0-9]+)('(?:[^'\\\\]|''|\\\\.)*')");

    /** refman/8.0/en/charset-we-sets.html: what MySQL calls latin1 is cp1252. */
    private static final Charset LATIN1 = Charset.forName("windows-1252");

    private static final Pattern STRING = Pattern.compile("('(?:[^'\\\\]|''|\\\\.)*')");
    private static final Pattern NOISE = Pattern.compile("[`()\\s]+");

    /** What fits these two versions. */
    public static Spelling of(ServerVersion source, ServerVersion target) {
        return new Spelling(!source.equals(target));
    }

    /** A column's type. */
    String type(String text) {
        return loose ? text(WIDTH.matcher(text).replaceAll("$1")) : text;
    }

    /** A character set or collation, alone or in a text. */
    String text(String text) {
        return loose ? UTF8.matcher(text).replaceAll("utf8mb3") : text;
    }

    /**
     * An expression, or a statement that the server spells itself; texts between quotes stay as they are. Which character set a
     * text is said to be in depends on the session that touched it last, and is left out.
     */
    String expression(String text) {
        String plain = INTRODUCED
                .matcher(unescaped(text))
                .replaceAll(match -> Matcher.quoteReplacement(decoded(match.group(1), match.group(2))));
        if (!loose) {
            return plain;
        }
        StringBuilder spelled = new StringBuilder();
        Matcher string = STRING.matcher(plain);
        int from = 0;
        while (string.find()) {
            spelled.append(bare(plain.substring(from, string.start()))).append(string.group());
            from = string.end();
        }
        return spelled.append(bare(plain.substring(from))).toString();
    }

    /** The catalogue of 8.0.15 shows each byte of such a text as a character, whatever character set it says it is in. */
    private static String decoded(String characterSet, String quoted) {
        boolean isOfBytes = quoted.chars().allMatch(character -> character <= 0xFF);
        if (!isOfBytes) {
            return quoted;
        }
        Charset charset = characterSet.equals("latin1") ? LATIN1 : StandardCharsets.UTF_8;
        String text = new String(quoted.getBytes(StandardCharsets.ISO_8859_1), charset);
        return text.indexOf(UNDECODABLE) < 0 ? text : quoted;
    }

    /** The catalogue of 8.0 escapes the quotes of its expressions once more. */
    private static String unescaped(String text) {
        return ESCAPED.matcher(text).find() ? ESCAPE.matcher(text).replaceAll("$1") : text;
    }

    private String bare(String code) {
        return NOISE.matcher(type(code.toLowerCase(Locale.ROOT))).replaceAll("");
    }

    /** The statement of a routine, trigger or event, whose head the server spells and whose body its author did. */
    String statement(String text) {
        return loose ? type(text) : text;
    }

    /** SQL modes, without those that the newer server does not know. */
    String modes(String modes) {
        return Arrays.stream(modes.split(",", -1))
                .filter(mode -> SchemaWriter.removedModes(mode).isEmpty())
                .sorted()
                .collect(Collectors.joining(","));
    }
}
