package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Columns of tables and views that a migration must know something about; ordinary ones stay on the server. */
public record TableColumns(Session session) {

    /**
     * Collations of every server from 5.7 on, and the default of 8.0, which no target may be older than its source to lack.
     */
    private static final List<String> COMMON = List.of(
            "utf8mb4_0900_ai_ci",
            "utf8mb4_general_ci",
            "utf8mb4_unicode_ci",
            "utf8mb4_bin",
            "utf8_general_ci",
            "utf8_unicode_ci",
            "utf8_bin",
            "utf8mb3_general_ci",
            "utf8mb3_unicode_ci",
            "utf8mb3_bin",
            "latin1_swedish_ci",
            "latin1_general_ci",
            "latin1_bin",
            "ascii_general_ci",
            "ascii_bin",
            "binary");

    private static final String ALL = """
            SELECT TABLE_SCHEMA AS db, TABLE_NAME AS tab, COLUMN_NAME AS name, DATA_TYPE AS data_type,
                   COLUMN_TYPE AS column_type, COLLATION_NAME AS co, COLUMN_DEFAULT AS fallback, EXTRA AS extra,
                   GENERATION_EXPRESSION AS generation, COLUMN_KEY AS column_key, IS_NULLABLE AS nullable
            FROM information_schema.COLUMNS
            WHERE TABLE_SCHEMA IN %s""";

    private static final String INTERESTING = """
             AND (DATA_TYPE IN ('json', 'geometry', 'point', 'linestring', 'polygon', 'multipoint', 'multilinestring',
                                'multipolygon', 'geometrycollection', 'geomcollection')
              OR (DATA_TYPE IN ('date', 'datetime', 'timestamp') AND COLUMN_DEFAULT LIKE '%%-00%%')
              OR (DATA_TYPE IN ('enum', 'set') AND CHAR_LENGTH(COLUMN_TYPE) > 255)
              OR COLUMN_TYPE LIKE 'year(2)%%'
              OR GENERATION_EXPRESSION <> ''
              OR (EXTRA LIKE '%%auto_increment%%' AND (COLUMN_KEY <> 'PRI' OR DATA_TYPE IN ('float', 'double')))
              OR COLUMN_NAME IN %s
              OR COLLATION_NAME NOT IN %s)""";

    /**
     * A column.
     *
     * @param dataType such as {@code enum}
     * @param columnType such as {@code enum('a','b')}
     * @param collation empty where it holds no text
     * @param fallback its default; empty when it has none
     * @param extra such as {@code auto_increment}
     * @param generation the expression it is generated with; empty when it is not
     * @param indexed whether an index begins with it
     */
    public record Column(
            TableName table,
            String name,
            String dataType,
            String columnType,
            String collation,
            Optional<String> fallback,
            String extra,
            String generation,
            boolean indexed,
            boolean nullable) {

        /** Whether the server counts it up. */
        public boolean isCounter() {
            return extra.contains("auto_increment");
        }
    }

    /**
     * Those of these databases that hold JSON, places or dates of zero, are generated or counted up without being the primary
     * key, have a long list of values, an uncommon collation, or one of these names.
     */
    public List<Column> interesting(Collection<String> databases, Collection<String> names) {
        InList scope = InList.of(databases);
        InList words = InList.of(names);
        InList common = InList.of(COMMON);
        List<Object> values = new ArrayList<>(scope.values());
        values.addAll(words.values());
        values.addAll(common.values());
        String text = ALL.formatted(scope.places()) + INTERESTING.formatted(words.places(), common.places());
        return columns(new Sql("looking for columns that matter to a migration", text, values));
    }

    /** Columns of the unique index that could be the primary key of tables of these names, where they have none. */
    public List<Column> keys(Collection<String> databases, Collection<String> tables) {
        InList scope = InList.of(databases);
        InList names = InList.of(tables);
        List<Object> values = new ArrayList<>(scope.values());
        values.addAll(names.values());
        // because a unique index without NULL shows as PRI where there is no key: refman/8.0/en/show-columns.html
        String text = ALL.formatted(scope.places()) + " AND COLUMN_KEY = 'PRI' AND TABLE_NAME IN " + names.places()
                + " ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION";
        return columns(new Sql("looking for keys of tables without a primary key", text, values));
    }

    private List<Column> columns(Sql sql) {
        return session.query(sql).stream()
                .map(row -> new Column(
                        new TableName(row.text("db"), row.text("tab")),
                        row.text("name"),
                        row.text("data_type"),
                        row.text("column_type"),
                        row.text("co"),
                        row.find("fallback"),
                        row.text("extra"),
                        row.text("generation"),
                        !row.text("column_key").isEmpty(),
                        row.text("nullable").equals("YES")))
                .toList();
    }
}
