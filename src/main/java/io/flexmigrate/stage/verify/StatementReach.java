package io.flexmigrate.stage.verify;

import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.binlog.WrittenStatement;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a statement in a binlog may have changed: rather too much than too little, as it is not parsed. */
record StatementReach(WrittenStatement statement) {

    /** Statements that leave rows and tables as they are. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(/\\*.*?\\*/|\\s)*(SAVEPOINT|RELEASE\\s+SAVEPOINT|ROLLBACK|XA|GRANT|REVOKE|FLUSH|ANALYZE|SET\\s+(DEFAULT|PASSWORD)"
                    + "|(CREATE|ALTER|DROP|RENAME)\\s+(USER|ROLE))\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern WHOLE_DATABASE =
            Pattern.compile(".*\\b(DATABASE|SCHEMA)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String NAME = "(?:`((?:[^`]|``)+)`|([\\w$\\x80-\\uffff]+))";

    private static final Pattern CREATED = Pattern.compile(
            "CREATE\\s+TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?" + NAME + "(?:\\s*\\.\\s*" + NAME + ")?",
            Pattern.CASE_INSENSITIVE);

    boolean isHarmless() {
        return HARMLESS.matcher(statement.text()).matches();
    }

    /** The table that it creates, if it does. */
    Optional<TableName> created() {
        Matcher matcher = CREATED.matcher(statement.text());
        if (!matcher.find()) {
            return Optional.empty();
        }
        Optional<String> first = name(matcher, 1);
        Optional<String> second = name(matcher, 3);
        return second.isPresent()
                ? second.flatMap(table -> first.map(database -> new TableName(database, table)))
                : first.filter(table -> !statement.database().isEmpty())
                        .map(table -> new TableName(statement.database(), table));
    }

    private static Optional<String> name(Matcher matcher, int group) {
        return Optional.ofNullable(matcher.group(group))
                .map(quoted -> quoted.replace("``", "`"))
                .or(() -> Optional.ofNullable(matcher.group(group + 1)));
    }

    /** Whether a table is named, or its whole database. */
    boolean touches(TableName table) {
        boolean here = statement.database().equalsIgnoreCase(table.database()) || names(table.database());
        return here
                && (names(table.table())
                        || WHOLE_DATABASE.matcher(statement.text()).matches());
    }

    private boolean names(String name) {
        String text = statement.text().toLowerCase(Locale.ROOT);
        return text.contains(name.toLowerCase(Locale.ROOT))
                || text.contains(name.replace("`", "``").toLowerCase(Locale.ROOT));
    }
}
