package io.flexmigrate.mysql;

import io.flexmigrate.model.Definition;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All that a server says of the schemas of some databases: a statement for each kind of thing, and one for each view, routine,
 * trigger and event.
 *
 * @param spelling how it is to be said
 */
public record Definitions(Session session, ServerVersion version, Spelling spelling) {

    /**
     * Reads them, one after the other, since there may be more than memory should hold.
     *
     * @param databases by their exact names
     */
    public void read(List<String> databases, Consumer<Definition> receiver) {
        new Databases(session)
                .defaults(databases)
                .forEach((name, defaults) -> receiver.accept(Definition.of(
                        "database",
                        name,
                        Map.of(
                                "character set", spelling.text(defaults.characterSet()),
                                "collation", spelling.text(defaults.collation())))));
        new TableDefinitions(session, spelling).read(databases, receiver);
        Set<TableName> tables = new HashSet<>(new Databases(session).tableNames(databases));
        ColumnDefinitions columns = new ColumnDefinitions(session, version, spelling);
        Set<TableName> hidden = columns.tablesWithHiddenKey(databases);
        columns.read(databases, tables, receiver);
        new IndexDefinitions(session, version, spelling).read(databases, hidden, receiver);
        new ConstraintDefinitions(session, version, spelling).read(databases, receiver);
        new ObjectDefinitions(session, spelling).of(databases).forEach(receiver);
    }
}
