package io.flexmigrate.mysql;

import io.flexmigrate.model.Definition;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a server says of the schemas of some databases: a statement for each kind of thing, and one for each view, routine,
 * trigger and event.
 *
 * @param spelling how it is to be said
 */
public record Definitions(Session session, ServerVersion version, Spelling spelling) {

    /**
     * Reads them.
     *
     * @param databases by their exact names
     */
    public List<Definition> of(List<String> databases) {
        List<Definition> all = new ArrayList<>();
        new Databases(session)
                .defaults(databases)
                .forEach((name, defaults) -> all.add(Definition.of(
                        "database",
                        name,
                        Map.of(
                                "character set", spelling.text(defaults.characterSet()),
                                "collation", spelling.text(defaults.collation())))));
        all.addAll(new TableDefinitions(session, spelling).of(databases));
        Set<TableName> tables = new HashSet<>(new Databases(session).tableNames(databases));
        ColumnDefinitions columns = ColumnDefinitions.read(session, version, databases);
        all.addAll(columns.of(tables, spelling));
        all.addAll(new IndexDefinitions(session, version, spelling).of(databases, columns.withHiddenKey()));
        all.addAll(new ConstraintDefinitions(session, version, spelling).of(databases));
        all.addAll(new ObjectDefinitions(session, spelling).of(databases));
        return all;
    }
}
