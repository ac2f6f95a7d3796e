package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Columns whose values may be larger than 16 MiB: refman/8.0/en/storage-requirements.html. */
public record HugeColumns(Session session) {

    /** One such column of each base table of these databases that has any. */
    public Map<TableName, String> oneOfEachTable(List<String> databases) {
        if (databases.isEmpty()) {
            return Map.of();
        }
        String places = databases.stream().map(database -> "?").collect(Collectors.joining(", "));
        Sql sql = Sql.of("looking for columns with huge values", """
                SELECT c.TABLE_SCHEMA AS d, c.TABLE_NAME AS t, MIN(c.COLUMN_NAME) AS col
                FROM information_schema.COLUMNS c
                JOIN information_schema.TABLES t USING (TABLE_SCHEMA, TABLE_NAME)
                WHERE c.DATA_TYPE IN ('longtext', 'longblob', 'json') AND t.TABLE_TYPE = 'BASE TABLE'
                  AND c.TABLE_SCHEMA IN (%s)
                GROUP BY c.TABLE_SCHEMA, c.TABLE_NAME""".formatted(places), databases.toArray());
        Map<TableName, String> columns = new TreeMap<>();
        session.query(sql).forEach(row -> columns.put(new TableName(row.text("d"), row.text("t")), row.text("col")));
        return Collections.unmodifiableMap(columns);
    }
}
