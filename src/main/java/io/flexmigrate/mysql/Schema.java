package io.flexmigrate.mysql;

import io.flexmigrate.model.Fingerprints;
import io.flexmigrate.model.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All definitions of a server at one moment: equal to another reading exactly when no DDL statement ran in between.
 *
 * @param databases all but the system's own
 */
public record Schema(List<String> databases, TableShapes tables, List<SchemaObject> objects) {

    public Schema {
        databases = List.copyOf(databases);
        objects = List.copyOf(objects);
    }

    /**
     * Reads all of it, each table and object with a statement of its own.
     *
     * @param databases which databases to look at
     */
    public static Schema read(Session session, Predicate<String> databases) {
        Databases all = new Databases(session);
        List<String> names = all.names().stream().filter(databases).toList();
        return new Schema(
                names, TableShapes.read(session, all.tableNames(names)), new SchemaReader(session).objects(names));
    }

    /**
     * The same for a dry run, which changes nothing and so needs no shapes of tables: as many statements for thousands of
     * tables as for one.
     */
    public static Schema listed(Session session, Predicate<String> databases) {
        Databases all = new Databases(session);
        List<String> names = all.names().stream().filter(databases).toList();
        return new Schema(names, TableShapes.unread(all.tableNames(names)), new SchemaReader(session).described(names));
    }

    /** Those of all tables and objects, by the kind and name of each. */
    public Fingerprints fingerprints() {
        Map<String, String> texts = new TreeMap<>();
        tables.definitions().forEach((table, definition) -> texts.put("table " + table, definition));
        objects.forEach(object -> texts.put(object.label(), object.definition()));
        return Fingerprints.of(texts);
    }
}
