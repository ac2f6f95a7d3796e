package io.flexmigrate.mysql;

import io.flexmigrate.model.SchemaObject.Kind;
import io.flexmigrate.model.StoredObject;
import io.flexmigrate.model.StoredObject.TextSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The views, routines, triggers and events of all databases of a server but the system's own, with one statement for each of
 * the four catalogues.
 */
public record StoredObjects(Session session) {

    private static final String VIEWS = """
            SELECT 'VIEW' AS kind, TABLE_SCHEMA AS db, TABLE_NAME AS name, '' AS tab, DEFINER AS definer,
                   SECURITY_TYPE AS security, '' AS mode, VIEW_DEFINITION AS body, CHARACTER_SET_CLIENT AS client,
                   COLLATION_CONNECTION AS connection, '' AS db_collation, 'ENABLED' AS status
            FROM information_schema.VIEWS WHERE TABLE_SCHEMA NOT IN %s""".formatted(Databases.SYSTEM);

    private static final String ROUTINES = """
            SELECT ROUTINE_TYPE AS kind, ROUTINE_SCHEMA AS db, ROUTINE_NAME AS name, '' AS tab, DEFINER AS definer,
                   SECURITY_TYPE AS security, SQL_MODE AS mode, ROUTINE_DEFINITION AS body,
                   CHARACTER_SET_CLIENT AS client, COLLATION_CONNECTION AS connection,
                   DATABASE_COLLATION AS db_collation, 'ENABLED' AS status
            FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA NOT IN %s
              AND ROUTINE_TYPE IN ('FUNCTION', 'PROCEDURE')""".formatted(Databases.SYSTEM);

    private static final String TRIGGERS = """
            SELECT 'TRIGGER' AS kind, TRIGGER_SCHEMA AS db, TRIGGER_NAME AS name, EVENT_OBJECT_TABLE AS tab,
                   DEFINER AS definer, 'DEFINER' AS security, SQL_MODE AS mode, ACTION_STATEMENT AS body,
                   CHARACTER_SET_CLIENT AS client, COLLATION_CONNECTION AS connection,
                   DATABASE_COLLATION AS db_collation, 'ENABLED' AS status
            FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA NOT IN %s""".formatted(Databases.SYSTEM);

    private static final String EVENTS = """
            SELECT 'EVENT' AS kind, EVENT_SCHEMA AS db, EVENT_NAME AS name, '' AS tab, DEFINER AS definer,
                   'DEFINER' AS security, SQL_MODE AS mode, EVENT_DEFINITION AS body, CHARACTER_SET_CLIENT AS client,
                   COLLATION_CONNECTION AS connection, DATABASE_COLLATION AS db_collation, STATUS AS status
            FROM information_schema.EVENTS WHERE EVENT_SCHEMA NOT IN %s""".formatted(Databases.SYSTEM);

    /** All of them, by kind, database and name. */
    public List<StoredObject> all() {
        List<StoredObject> objects = new ArrayList<>();
        for (String catalogue : List.of(ROUTINES, VIEWS, TRIGGERS, EVENTS)) {
            session.query(Sql.of("reading views, routines, triggers and events", catalogue + " ORDER BY 1, 2, 3"))
                    .forEach(row -> objects.add(object(row)));
        }
        return objects;
    }

    private static StoredObject object(Row row) {
        return new StoredObject(
                Kind.valueOf(row.text("kind")),
                row.text("db"),
                row.text("name"),
                row.text("tab"),
                row.text("definer"),
                row.text("security").equals("DEFINER"),
                row.text("mode"),
                Optional.of(row.text("body")).filter(body -> !body.isEmpty()),
                new TextSettings(row.text("client"), row.text("connection"), row.text("db_collation")),
                row.text("status").equals("ENABLED"));
    }
}
