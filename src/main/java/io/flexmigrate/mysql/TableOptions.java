package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Options of tables that a migration must know something about. */
public record TableOptions(Session session) {

    /** A table with its options, such as {@code partitioned ENCRYPTION="Y"}. */
    public record Options(TableName table, String options) {}

    /** Tables of these databases that are partitioned, encrypted or of a fixed row format. */
    public List<Options> special(Collection<String> databases) {
        InList scope = InList.of(databases);
        Sql sql = new Sql("looking for options of tables", """
                SELECT TABLE_SCHEMA AS db, TABLE_NAME AS tab, CREATE_OPTIONS AS options FROM information_schema.TABLES
                WHERE TABLE_SCHEMA IN %s AND TABLE_TYPE = 'BASE TABLE'
                  AND (CREATE_OPTIONS LIKE '%%partitioned%%' OR CREATE_OPTIONS LIKE '%%ENCRYPTION=%%Y%%'
                       OR CREATE_OPTIONS LIKE '%%row_format=FIXED%%')
                ORDER BY 1, 2""".formatted(scope.places()), scope.values());
        return session.query(sql).stream()
                .map(row -> new Options(new TableName(row.text("db"), row.text("tab")), row.text("options")))
                .toList();
    }

    /** Collations that these databases and their tables have, without those of columns; each with a name of who has it. */
    public List<CollationUse> collations(Collection<String> databases) {
        InList scope = InList.of(databases);
        List<Object> values = new ArrayList<>(scope.values());
        values.addAll(scope.values());
        Sql sql = new Sql(
                "reading the collations of databases and tables",
                """
                SELECT DEFAULT_COLLATION_NAME AS co, CONCAT('database ', MIN(SCHEMA_NAME)) AS user, COUNT(*) AS n
                FROM information_schema.SCHEMATA WHERE SCHEMA_NAME IN %s GROUP BY DEFAULT_COLLATION_NAME
                UNION ALL
                SELECT TABLE_COLLATION, MIN(CONCAT(TABLE_SCHEMA, '.', TABLE_NAME)), COUNT(*)
                FROM information_schema.TABLES WHERE TABLE_SCHEMA IN %s AND TABLE_TYPE = 'BASE TABLE'
                GROUP BY TABLE_COLLATION""".formatted(scope.places(), scope.places()),
                values);
        return session.query(sql).stream()
                .map(row -> new CollationUse(row.text("co"), row.text("user"), row.number("n")))
                .toList();
    }

    /**
     * A collation in use.
     *
     * @param example the first that uses it
     * @param count how many do
     */
    public record CollationUse(String collation, String example, long count) {}
}
