package io.flexmigrate.mysql;

import io.flexmigrate.model.ObjectName;
import io.flexmigrate.model.SchemaObject;
import io.flexmigrate.model.SchemaObject.Context;
import io.flexmigrate.model.SchemaObject.Kind;
import java.util.List;

/** Reads the views, routines, triggers and events of a database, with the statements that make them again. */
public record SchemaReader(Session session) {

    /** How many definitions a dry run shows in full. */
    private static final int MOST_SHOWN = 100;

    /**
     * All objects of the databases, kinds in the order in which they are to be made.
     *
     * @throws UnreadableDefinitionException when the server hides a definition from us
     */
    public List<SchemaObject> objects(List<String> databases) {
        return new ObjectNames(session)
                .of(databases).stream()
                        .map(ObjectNames.Listed::name)
                        .map(this::object)
                        .toList();
    }

    /**
     * The same where it is only to be read by people: so many of them that nobody reads them all are given by the beginning
     * of their definitions, without a statement for each.
     */
    List<SchemaObject> described(List<String> databases) {
        List<ObjectNames.Listed> listed = new ObjectNames(session).of(databases);
        return listed.size() <= MOST_SHOWN
                ? listed.stream()
                        .map(ObjectNames.Listed::name)
                        .map(this::object)
                        .toList()
                : listed.stream()
                        .map(ObjectNames.Listed::name)
                        .map(SchemaReader::beginning)
                        .toList();
    }

    private static SchemaObject beginning(ObjectName name) {
        return new SchemaObject(
                name.kind(),
                name.database(),
                name.name(),
                "CREATE " + name.kind() + " " + name.quoted() + " …",
                new Context("", "", "", ""));
    }

    private SchemaObject object(ObjectName object) {
        Kind kind = object.kind();
        String database = object.database();
        String name = object.name();
        String quoted = object.quoted();
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
