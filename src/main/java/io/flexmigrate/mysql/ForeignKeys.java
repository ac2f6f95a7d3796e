package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import java.util.List;

/** The foreign keys of a server. */
public record ForeignKeys(Session session) {

    /** A foreign key: the table it is on needs rows of another. */
    public record ForeignKey(TableName table, String name, TableName parent) {}

    /**
     * Those from one database to another, of all databases; compared by their bytes, since information_schema takes
     * {@code Shop} and {@code shop} for the same.
     */
    public List<ForeignKey> acrossDatabases() {
        Sql sql = Sql.of("reading foreign keys between databases", """
                SELECT CONSTRAINT_SCHEMA AS db, TABLE_NAME AS tab, CONSTRAINT_NAME AS name,
                       UNIQUE_CONSTRAINT_SCHEMA AS parent_db, REFERENCED_TABLE_NAME AS parent
                FROM information_schema.REFERENTIAL_CONSTRAINTS
                WHERE CAST(CONSTRAINT_SCHEMA AS BINARY) <> CAST(UNIQUE_CONSTRAINT_SCHEMA AS BINARY)
                ORDER BY 1, 2, 3""");
        return session.query(sql).stream()
                .map(row -> new ForeignKey(
                        new TableName(row.text("db"), row.text("tab")),
                        row.text("name"),
                        new TableName(row.text("parent_db"), row.text("parent"))))
                .toList();
    }
}
