package io.flexmigrate.mysql;

import io.flexmigrate.model.Secret;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A statement with its bound values.
 *
 * @param purpose what it is for, as in "reading the binlog position"; part of every error message
 * @param text with {@code ?} for each value
 * @param values texts, numbers and {@link Secret}s
 */
public record Sql(String purpose, String text, List<Object> values) {

    private static final int LONGEST_SHOWN = 200;
    private static final int MOST_PURPOSES = 5;
    private static final Pattern PLACE = Pattern.compile("\\?");

    public Sql {
        values = List.copyOf(values);
    }

    public static Sql of(String purpose, String text, Object... values) {
        return new Sql(purpose, text, List.of(values));
    }

    /**
     * Several statements as one request, for a session that {@link Session#allowSeveral takes several}; the server goes no further
     * than the first that it refuses. Its purpose names the first few of theirs.
     *
     * @param statements without values, because the server prepares single statements only
     */
    static Sql together(List<Sql> statements) {
        if (statements.stream().anyMatch(statement -> !statement.values().isEmpty())) {
            throw new IllegalArgumentException("statements with values go one by one");
        }
        return Sql.of(
                statements.stream()
                        .map(Sql::purpose)
                        .distinct()
                        .limit(MOST_PURPOSES)
                        .collect(Collectors.joining(", ")),
                statements.stream().map(Sql::text).collect(Collectors.joining("; ")));
    }

    /** The statement as a person would type it, secrets masked. */
    public String shown() {
        Iterator<Object> next = values.iterator();
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(next.hasNext() ? literal(next.next()) : "?"));
    }

    private static String literal(Object value) {
        if (value instanceof Number) {
            return value.toString();
        }
        String text = value.toString();
        String shown = text.length() > LONGEST_SHOWN ? beginning(text) + "…" : text;
        return "'" + shown.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String beginning(String text) {
        return text.substring(0, LONGEST_SHOWN).lines().findFirst().orElse("");
    }
}
