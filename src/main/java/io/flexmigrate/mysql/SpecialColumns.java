package io.flexmigrate.mysql;

import io.flexmigrate.model.SpecialColumn;
import io.flexmigrate.model.TableName;
import java.util.List;

/** The columns of many databases that some release of mydumper spoils, read with one statement. */
public record SpecialColumns(Session session) {

    /** By table, in the order of the columns; those of views are among them. */
    public List<SpecialColumn> of(List<String> databases) {
        Sql sql = Sql.of(
                "looking for columns that mydumper may spoil",
                """
                SELECT TABLE_SCHEMA AS d, TABLE_NAME AS name, COLUMN_NAME AS col, COLUMN_TYPE AS type, EXTRA AS extra
                FROM information_schema.COLUMNS
                WHERE TABLE_SCHEMA IN %s
                  AND (EXTRA LIKE '%%DEFAULT_GENERATED%%' OR EXTRA LIKE '%%INVISIBLE%%' OR DATA_TYPE = 'float'
                       OR (DATA_TYPE = 'enum' AND (COLUMN_TYPE LIKE '%%(''''%%' OR COLUMN_TYPE LIKE '%%,''''%%'))
                       OR GENERATION_EXPRESSION LIKE '%%''%%' OR COLUMN_NAME LIKE '%%`%%')
                ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION""".formatted(Places.in(databases)),
                databases.toArray());
        return session.query(sql).stream()
                .map(row -> new SpecialColumn(
                        new TableName(row.text("d"), row.text("name")),
                        row.text("col"),
                        row.text("type"),
                        row.text("extra")))
                .toList();
    }
}
