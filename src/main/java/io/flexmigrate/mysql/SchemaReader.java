package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.SchemaObject;
import io.flexmigrate.model.SchemaObject.Context;
import io.flexmigrate.model.SchemaObject.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads the views, routines, triggers and events of a database, with the statements that make them again. */
public record SchemaReader(Session session) {

    /**
     * All objects of the databases, kinds in the order in which they are to be made.
     *
     * @throws UnreadableDefinitionException when the server hides a definition from us
     */
    public List<SchemaObject> objects(List<String> databases) {
        List<SchemaObject> objects = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (String database : databases) {
                for (Row row : session.query(listing(kind, database))) {
                    objects.add(object(kind, database, row.text("name")));
                }
            }
        }
        return objects;
    }

    private static Sql listing(Kind kind, String database) {
        String text = switch (kind) {
            case FUNCTION -> routines("FUNCTION");
            case PROCEDURE -> routines("PROCEDURE");
            case VIEW ->
                "SELECT TABLE_NAME AS name FROM information_schema.VIEWS WHERE TABLE_SCHEMA = ?"
                        + " ORDER BY TABLE_NAME";
            case TRIGGER ->
                "SELECT TRIGGER_NAME AS name FROM information_schema.TRIGGERS"
                        + " WHERE TRIGGER_SCHEMA = ? ORDER BY EVENT_OBJECT_TABLE, EVENT_MANIPULATION,"
                        + " ACTION_TIMING, ACTION_ORDER";
            case EVENT ->
                "SELECT EVENT_NAME AS name FROM information_schema.EVENTS WHERE EVENT_SCHEMA = ?"
                        + " ORDER BY EVENT_NAME";
        };
        return Sql.of("listing the " + kind + "s of " + database, text, database);
    }

    private static String routines(String type) {
        return "SELECT ROUTINE_NAME AS name FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = ?"
                + " AND ROUTINE_TYPE = '" + type + "' ORDER BY ROUTINE_NAME";
    }

    private SchemaObject object(Kind kind, String database, String name) {
        String quoted = Identifier.quoted(database) + "." + Identifier.quoted(name);
        Sql sql = Sql.of("reading the definition of " + kind + " " + quoted, "SHOW CREATE " + kind + " " + quoted);
        Row row = session.first(sql).orElseThrow(() -> new UnreadableDefinitionException(kind, database, name));
        String definition = row.find(definitionColumn(kind))
                .orElseThrow(() -> new UnreadableDefinitionException(kind, database, name));
        Context context = new Context(
                row.text("sql_mode"),
                row.text("character_set_client"),
                row.text("collation_connection"),
                row.text("time_zone"));
        return new SchemaObject(kind, database, name, definition, context);
    }

    private static String definitionColumn(Kind kind) {
        return switch (kind) {
            case FUNCTION -> "Create Function";
            case PROCEDURE -> "Create Procedure";
            case VIEW -> "Create View";
            case TRIGGER -> "SQL Original Statement";
            case EVENT -> "Create Event";
        };
    }
}
