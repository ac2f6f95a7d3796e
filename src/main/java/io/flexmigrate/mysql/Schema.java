package io.flexmigrate.mysql;

import io.flexmigrate.model.SchemaObject;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import java.util.List;

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

    public static Schema read(Session session) {
        Databases all = new Databases(session);
        List<String> names = all.names();
        List<TableName> tables = all.tables(names).stream().map(TableSize::name).toList();
        return new Schema(names, TableShapes.read(session, tables), new SchemaReader(session).objects(names));
    }
}
