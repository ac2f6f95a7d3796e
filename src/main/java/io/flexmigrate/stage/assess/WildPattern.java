package io.flexmigrate.stage.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A pattern of replicate_wild_ignore_table, such as {@code mysql.%}: as LIKE has it, over {@code database.table}; see
 * refman/8.0/en/replication-options-replica.html, "replicate-wild-do-table".
 */
public record WildPattern(String text) {

    /** What a flexible server leaves out unless told otherwise. */
    static final String DEFAULTS = "mysql.%,information_schema.%,performance_schema.%,sys.%";

    /** All tables of a database. */
    public static WildPattern ofDatabase(String database) {
        return new WildPattern(
                database.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + ".%");
    }

    /** The patterns of a filter, which stand between commas. */
    static List<WildPattern> list(String filter) {
        List<WildPattern> patterns = new ArrayList<>();
        for (String text : filter.split(",", -1)) {
            if (!text.isBlank()) {
                patterns.add(new WildPattern(text.strip()));
            }
        }
        return patterns;
    }

    /** What it stands for, to be asked many times. */
    Pattern compiled() {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean escaped = text.charAt(i) == '\\' && i + 1 < text.length();
            i += escaped ? 1 : 0;
            regex.append(escaped ? Pattern.quote(text.substring(i, i + 1)) : part(text.charAt(i)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String part(char character) {
        return switch (character) {
            case '%' -> ".*";
            case '_' -> ".";
            default -> Pattern.quote(String.valueOf(character));
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
