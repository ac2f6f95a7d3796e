package io.flexmigrate.planning;

import io.flexmigrate.model.ServerVersion;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words that a newer server reserves and an older one did not: refman/8.4/en/keywords.html, refman/9.4/en/keywords.html; those
 * of 8.0.15 were tried on servers. A list of ours, because information_schema.KEYWORDS is not there in 5.7 and wrong from 8.4
 * on (bugs.mysql.com 114874, 118844).
 */
public final class ReservedWords {

    private record Since(String version, String words) {}

    private static final List<Since> ALL = List.of(
            new Since(
                    "8.0.0",
                    "CUBE CUME_DIST DENSE_RANK EMPTY EXCEPT FIRST_VALUE FUNCTION GROUPING GROUPS JSON_TABLE LAG LAST_VALUE LEAD"
                            + " NTH_VALUE NTILE OF OVER PERCENT_RANK RANK RECURSIVE ROW ROWS ROW_NUMBER SYSTEM WINDOW"),
            new Since("8.0.14", "LATERAL"),
            new Since("8.0.31", "INTERSECT"),
            new Since("8.4.0", "MANUAL PARALLEL QUALIFY TABLESAMPLE"),
            new Since("9.2.0", "LIBRARY"),
            new Since("9.4.0", "EXTERNAL"));

    private ReservedWords() {}

    /** In upper case: all that this list knows. */
    public static Set<String> all() {
        return ALL.stream().flatMap(since -> words(since).stream()).collect(Collectors.toSet());
    }

    /** In upper case: those that the one server does not reserve and the other one does. */
    public static Set<String> between(ServerVersion older, ServerVersion newer) {
        return ALL.stream()
                .filter(since -> older.compareTo(ServerVersion.parse(since.version())) < 0)
                .filter(since -> newer.compareTo(ServerVersion.parse(since.version())) >= 0)
                .flatMap(since -> words(since).stream())
                .collect(Collectors.toSet());
    }

    /** The place of a word in a sentence of SQL where it is meant as the keyword it always was, so that it needs no quotes. */
    static boolean isKeyword(String before, String word, String after) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "ROW" -> before.equals("EACH") || after.equals("(");
            case "FUNCTION" ->
                Set.of("", "CREATE", "DROP", "ALTER", "AGGREGATE", "SHOW", "ON").contains(before);
            default -> false;
        };
    }

    private static List<String> words(Since since) {
        return List.of(since.words().split(" ", -1));
    }

    /** Which of these words stand in code without quotes, as names. */
    public static List<String> in(List<Token> tokens, Set<String> words) {
        return IntStream.range(0, tokens.size())
                .filter(at -> tokens.get(at).kind() == Token.Kind.WORD)
                .filter(at -> words.contains(tokens.get(at).shape()))
                .filter(at -> at == 0 || !tokens.get(at - 1).isSign("."))
                .filter(at -> !isKeyword(shape(tokens, at - 1), tokens.get(at).text(), shape(tokens, at + 1)))
                .mapToObj(at -> tokens.get(at).shape())
                .distinct()
                .toList();
    }

    private static String shape(List<Token> tokens, int at) {
        return at < 0 || at >= tokens.size() ? "" : tokens.get(at).shape();
    }
}
