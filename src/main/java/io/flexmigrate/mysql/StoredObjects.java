package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.SchemaObject.Kind;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.StoredObject;
import io.flexmigrate.model.StoredObject.TextSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The views, routines, triggers and events of all databases of a server but the system's own, with one statement for each of
 * the four catalogues.
 */
public record StoredObjects(Session session, ServerVersion version) {

    /** Views are asked for one by one only where the catalogue keeps them from us, and not without end. */
    private static final int MOST_VIEWS_ASKED = 1_000;

    private static final String VIEWS = """
            SELECT 'VIEW' AS kind, TABLE_SCHEMA AS db, TABLE_NAME AS name, '' AS tab, DEFINER AS definer,
                   SECURITY_TYPE AS security, '' AS mode, VIEW_DEFINITION AS body, CHARACTER_SET_CLIENT AS client,
                   COLLATION_CONNECTION AS connection, '' AS db_collation, 'ENABLED' AS status, '' AS zone
            FROM information_schema.VIEWS WHERE TABLE_SCHEMA NOT IN %s""".formatted(Databases.SYSTEM);

    private static final String ROUTINES = """
            SELECT ROUTINE_TYPE AS kind, ROUTINE_SCHEMA AS db, ROUTINE_NAME AS name, '' AS tab, DEFINER AS definer,
                   SECURITY_TYPE AS security, SQL_MODE AS mode, ROUTINE_DEFINITION AS body,
                   CHARACTER_SET_CLIENT AS client, COLLATION_CONNECTION AS connection,
                   DATABASE_COLLATION AS db_collation, 'ENABLED' AS status, '' AS zone
            FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA NOT IN %s
              AND ROUTINE_TYPE IN ('FUNCTION', 'PROCEDURE')""".formatted(Databases.SYSTEM);

    /** ROUTINE_DEFINITION begins after the parameters; only 5.7 keeps those as they were written, in mysql.proc. */
    private static final String ROUTINES_OF_5_7 = """
            SELECT r.ROUTINE_TYPE AS kind, r.ROUTINE_SCHEMA AS db, r.ROUTINE_NAME AS name, '' AS tab, r.DEFINER AS definer,
                   r.SECURITY_TYPE AS security, r.SQL_MODE AS mode,
                   CONCAT('(', IFNULL(CONVERT(p.param_list USING utf8), ''), ') ', r.ROUTINE_DEFINITION) AS body,
                   r.CHARACTER_SET_CLIENT AS client, r.COLLATION_CONNECTION AS connection,
                   r.DATABASE_COLLATION AS db_collation, 'ENABLED' AS status, '' AS zone
            FROM information_schema.ROUTINES r
            LEFT JOIN mysql.proc p ON p.db = r.ROUTINE_SCHEMA AND p.name = r.ROUTINE_NAME AND p.type = r.ROUTINE_TYPE
            WHERE r.ROUTINE_SCHEMA NOT IN %s""".formatted(Databases.SYSTEM);

    private static final String TRIGGERS = """
            SELECT 'TRIGGER' AS kind, TRIGGER_SCHEMA AS db, TRIGGER_NAME AS name, EVENT_OBJECT_TABLE AS tab,
                   DEFINER AS definer, 'DEFINER' AS security, SQL_MODE AS mode, ACTION_STATEMENT AS body,
                   CHARACTER_SET_CLIENT AS client, COLLATION_CONNECTION AS connection,
                   DATABASE_COLLATION AS db_collation, 'ENABLED' AS status, '' AS zone
            FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA NOT IN %s""".formatted(Databases.SYSTEM);

    private static final String EVENTS = """
            SELECT 'EVENT' AS kind, EVENT_SCHEMA AS db, EVENT_NAME AS name, '' AS tab, DEFINER AS definer,
                   'DEFINER' AS security, SQL_MODE AS mode, EVENT_DEFINITION AS body, CHARACTER_SET_CLIENT AS client,
                   COLLATION_CONNECTION AS connection, DATABASE_COLLATION AS db_collation, STATUS AS status,
                   TIME_ZONE AS zone
            FROM information_schema.EVENTS WHERE EVENT_SCHEMA NOT IN %s""".formatted(Databases.SYSTEM);

    /** All of them, by kind, database and name. */
    public List<StoredObject> all() {
        List<StoredObject> objects = new ArrayList<>();
        int asked = 0;
        for (String catalogue : List.of(routines(), VIEWS, TRIGGERS, EVENTS)) {
            for (Row row : session.query(
                    Sql.of("reading views, routines, triggers and events", catalogue + " ORDER BY 1, 2, 3"))) {
                boolean ask = isKept(row) && asked < MOST_VIEWS_ASKED;
                asked += ask ? 1 : 0;
                objects.add(object(row, ask ? query(row) : row.text("body")));
            }
        }
        return objects;
    }

    private String routines() {
        return version.isAtLeast(8, 0, 0) ? ROUTINES : ROUTINES_OF_5_7;
    }

    /** 8.0.15 leaves VIEW_DEFINITION empty for whoever has SELECT and SHOW VIEW on *.* only, whom SHOW CREATE VIEW tells all. */
    private static boolean isKept(Row row) {
        return row.text("kind").equals("VIEW") && row.text("body").isEmpty();
    }

    /** The query of a view as SHOW CREATE VIEW says it after the names; empty when it does not tell. */
    private String query(Row row) {
        String name = Identifier.quoted(row.text("name"));
        String view = Identifier.quoted(row.text("db")) + "." + name;
        try {
            String statement = session.first(Sql.of("reading the view " + view, "SHOW CREATE VIEW " + view))
                    .map(created -> created.text("Create View"))
                    .orElse("");
            int query = statement.indexOf(" AS ", statement.indexOf(name + " ") + name.length());
            return query < 0 ? "" : statement.substring(query + " AS ".length());
        } catch (MySqlException refused) {
            if (refused.isConnectionLost()) {
                throw refused;
            }
            return "";
        }
    }

    private static StoredObject object(Row row, String body) {
        return new StoredObject(
                Kind.valueOf(row.text("kind")),
                row.text("db"),
                row.text("name"),
                row.text("tab"),
                row.text("definer"),
                row.text("security").equals("DEFINER"),
                row.text("mode"),
                Optional.of(body).filter(text -> !text.isEmpty()),
                new TextSettings(row.text("client"), row.text("connection"), row.text("db_collation")),
                row.text("status").equals("ENABLED"),
                row.text("zone"));
    }
}
