package io.flexmigrate.mysql;

import io.flexmigrate.model.Definition;
import io.flexmigrate.model.SchemaObject;
import io.flexmigrate.model.SchemaObject.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a server says of views, routines, triggers and events, without their definers and whether an event is on. */
record ObjectDefinitions(Session session, Spelling spelling) {

    private static final Pattern STATUS =
            Pattern.compile("( ON COMPLETION (?:NOT )?PRESERVE) (?:ENABLE|DISABLE(?: ON (?:SLAVE|REPLICA))?)(?= |$)");

    List<Definition> of(List<String> databases) {
        Map<String, Row> triggers = triggers(databases);
        return new SchemaReader(session)
                .objects(databases).stream()
                        .map(object -> definition(object, triggers))
                        .toList();
    }

    private Definition definition(SchemaObject object, Map<String, Row> triggers) {
        String name = object.database() + "." + object.name();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("sql_mode", spelling.modes(object.context().sqlMode()));
        attributes.put("collation_connection", spelling.text(object.context().collationConnection()));
        attributes.put("time_zone", object.context().timeZone());
        Row trigger = triggers.get(name);
        if (object.kind() == Kind.TRIGGER && trigger != null) {
            attributes.put("order", trigger.text("position"));
            attributes.put("statement", trigger.text("head") + " " + trigger.text("body"));
        } else {
            attributes.put("statement", statement(object));
        }
        return Definition.of(object.kind().name().toLowerCase(Locale.ROOT), name, attributes);
    }

    private String statement(SchemaObject object) {
        String statement = SchemaWriter.withoutDefiner(object.definition());
        return switch (object.kind()) {
            case VIEW -> spelling.expression(statement);
            case EVENT -> spelling.statement(STATUS.matcher(statement).replaceFirst("$1"));
            case FUNCTION, PROCEDURE, TRIGGER -> spelling.statement(statement);
        };
    }

    /** The head of a trigger's statement is as its author wrote it in 5.7, and the server's own in 8.0. */
    private Map<String, Row> triggers(List<String> databases) {
        Sql sql = Sql.of(
                "reading the definitions of the triggers",
                "SELECT TRIGGER_SCHEMA AS d, TRIGGER_NAME AS name, ACTION_ORDER AS position, ACTION_STATEMENT AS body,"
                        + " CONCAT_WS(' ', ACTION_TIMING, EVENT_MANIPULATION, 'ON', EVENT_OBJECT_SCHEMA, EVENT_OBJECT_TABLE)"
                        + " AS head FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA IN " + Places.in(databases),
                databases.toArray());
        Map<String, Row> triggers = new HashMap<>();
        session.query(sql).forEach(row -> triggers.put(row.text("d") + "." + row.text("name"), row));
        return triggers;
    }
}
