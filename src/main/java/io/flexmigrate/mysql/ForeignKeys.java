package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import java.util.List;

/** The foreign keys of a server. */
public record ForeignKeys(Session session) {

    /**
     * A foreign key: the table it is on needs rows of another.
     *
     * @param toUniqueKey whether what it points to is known to be unique; 5.7 does not say that it is not
     */
    public record ForeignKey(TableName table, String name, TableName parent, boolean toUniqueKey) {}

    /**
     * Those of all databases that lead to another database or to a key that is not unique. Names are compared by their bytes,
     * since information_schema takes {@code Shop} and {@code shop} for the same.
     */
    public List<ForeignKey> special() {
        Sql sql = Sql.of("reading foreign keys between databases", """
                SELECT CONSTRAINT_SCHEMA AS db, TABLE_NAME AS tab, CONSTRAINT_NAME AS name,
                       UNIQUE_CONSTRAINT_SCHEMA AS parent_db, REFERENCED_TABLE_NAME AS parent,
                       UNIQUE_CONSTRAINT_NAME IS NULL AS loose
                FROM information_schema.REFERENTIAL_CONSTRAINTS
                WHERE CAST(CONSTRAINT_SCHEMA AS BINARY) <> CAST(UNIQUE_CONSTRAINT_SCHEMA AS BINARY)
                   OR UNIQUE_CONSTRAINT_NAME IS NULL
                ORDER BY 1, 2, 3""");
        return session.query(sql).stream()
                .map(row -> new ForeignKey(
                        new TableName(row.text("db"), row.text("tab")),
                        row.text("name"),
                        new TableName(row.text("parent_db"), row.text("parent")),
                        row.number("loose") == 0))
                .toList();
    }

    /** Those along which InnoDB changes rows of a table by itself when rows of the parent change. */
    public List<ForeignKey> cascading() {
        Sql sql = Sql.of("reading foreign keys that cascade", """
                SELECT CONSTRAINT_SCHEMA AS db, TABLE_NAME AS tab, CONSTRAINT_NAME AS name,
                       UNIQUE_CONSTRAINT_SCHEMA AS parent_db, REFERENCED_TABLE_NAME AS parent
                FROM information_schema.REFERENTIAL_CONSTRAINTS
                WHERE DELETE_RULE IN ('CASCADE', 'SET NULL') OR UPDATE_RULE IN ('CASCADE', 'SET NULL')""");
        return session.query(sql).stream()
                .map(row -> new ForeignKey(
                        new TableName(row.text("db"), row.text("tab")),
                        row.text("name"),
                        new TableName(row.text("parent_db"), row.text("parent")),
                        true))
                .toList();
    }
}
