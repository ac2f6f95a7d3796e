package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.SchemaObject;
import io.flexmigrate.model.SchemaObject.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes views, routines, triggers and events on the target, owned by the account of the session.
 *
 * <p>The flexible server lets nobody make an object for another definer, so the {@code DEFINER} clause is left out and the
 * migrating account becomes the definer, unless the definer is mapped to another. Events are made disabled.
 *
 * @param definers who is to be the definer instead of whom; needs the privilege to make objects for others
 */
public record SchemaWriter(Session session, Map<AccountName, AccountName> definers) {

    /** One on whose target all objects are the session's account's. */
    public SchemaWriter(Session session) {
        this(session, Map.of());
    }

    /** Between backticks, or between double quotes where the object was made under ANSI_QUOTES. */
    private static final String NAME = "(?:`(?:[^`]|``)*`|\"(?:[^\"]|\"\")*\")";

    private static final Pattern DEFINER =
            Pattern.compile("^(CREATE (?:ALGORITHM=\\w+ )?)DEFINER=(" + NAME + ")@(" + NAME + ") ", Pattern.DOTALL);
    private static final Pattern ENABLED_EVENT =
            Pattern.compile("( ON COMPLETION (?:NOT )?PRESERVE) ENABLE(?= |$)", Pattern.DOTALL);

    /** Modes that 8.0 does not know any more: refman/8.0/en/sql-mode.html, "removed in MySQL 8.0". */
    private static final Set<String> REMOVED_MODES = Set.of(
            "NO_AUTO_CREATE_USER",
            "DB2",
            "MAXDB",
            "MSSQL",
            "MYSQL323",
            "MYSQL40",
            "ORACLE",
            "POSTGRESQL",
            "NO_FIELD_OPTIONS",
            "NO_KEY_OPTIONS",
            "NO_TABLE_OPTIONS");

    /**
     * Prepares the session.
     *
     * @param collation see {@link Dialect#collationOf}
     */
    public void prepare(String collation) {
        if (!collation.isEmpty()) {
            session.execute(Sql.of("setting the collation of the source", "SET SESSION " + collation));
        }
    }

    /** Makes the object under the settings it was made under on the source. */
    public void create(SchemaObject object) {
        String what = "creating " + object.label();
        session.execute(Sql.of(what, "USE " + Identifier.quoted(object.database())));
        context(what, object.context());
        session.execute(Sql.of(what, statement(object, definers)));
    }

    /** Drops the object if it is there. */
    public void drop(SchemaObject object) {
        session.execute(Sql.of(
                "dropping " + object.label(),
                "DROP " + object.kind().name() + " IF EXISTS " + Identifier.quoted(object.database()) + "."
                        + Identifier.quoted(object.name())));
    }

    /** The statement that makes the object on the target, for the account of the session. */
    static String statement(SchemaObject object) {
        return statement(object, Map.of());
    }

    /** The statement that makes the object on the target. */
    static String statement(SchemaObject object, Map<AccountName, AccountName> definers) {
        String mapped = definer(object)
                .map(definers::get)
                .map(account -> "$1DEFINER=" + Matcher.quoteReplacement(account.quoted()) + " ")
                .orElse("$1");
        String statement = DEFINER.matcher(object.definition()).replaceFirst(mapped);
        return object.kind() == Kind.EVENT ? ENABLED_EVENT.matcher(statement).replaceFirst("$1 DISABLE") : statement;
    }

    /** A {@code CREATE} statement that says nothing of who defines the object. */
    static String withoutDefiner(String statement) {
        return DEFINER.matcher(statement).replaceFirst("$1");
    }

    /** Who defines it on the source; empty when its definition does not say. */
    public static Optional<AccountName> definer(SchemaObject object) {
        Matcher matcher = DEFINER.matcher(object.definition());
        return matcher.find()
                ? Optional.of(new AccountName(unquoted(matcher.group(2)), unquoted(matcher.group(3))))
                : Optional.empty();
    }

    private static String unquoted(String name) {
        String quote = name.substring(0, 1);
        return name.substring(1, name.length() - 1).replace(quote + quote, quote);
    }

    /** Whether this is an event that was enabled on the source. */
    public static boolean isEnabledEvent(SchemaObject object) {
        Matcher matcher = ENABLED_EVENT.matcher(object.definition());
        return object.kind() == Kind.EVENT && matcher.find();
    }

    /** Never {@code character_set_client}: the driver sends UTF-8, whatever the object was once made in. */
    private void context(String what, SchemaObject.Context context) {
        StringBuilder text = new StringBuilder("SET SESSION sql_mode = ?");
        List<Object> values = new ArrayList<>(List.of(sqlMode(context.sqlMode())));
        Map<String, String> others = new LinkedHashMap<>();
        others.put("collation_connection", context.collationConnection());
        others.put("time_zone", context.timeZone());
        others.forEach((variable, value) -> {
            if (!value.isEmpty()) {
                text.append(", ").append(variable).append(" = ?");
                values.add(value);
            }
        });
        session.execute(new Sql(what, text.toString(), values));
    }

    /** Which of these modes are left out when an object is made on the target, because 8.0 does not know them. */
    public static List<String> removedModes(String modes) {
        return Arrays.stream(modes.split(",", -1))
                .filter(REMOVED_MODES::contains)
                .toList();
    }

    private static String sqlMode(String modes) {
        return Arrays.stream(modes.split(","))
                .filter(mode -> !REMOVED_MODES.contains(mode))
                .collect(Collectors.joining(","));
    }
}
