package io.flexmigrate.mysql;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many rows were written to each database since the server started, where performance_schema counts them. */
public record RowWrites(Session session) {

    /** Rows inserted, changed and deleted, by database; a database nobody wrote to, or that is not counted, is not there. */
    public Map<String, Long> byDatabase(List<String> databases) {
        Map<String, Long> writes = new TreeMap<>();
        Sql sql = Sql.of("counting the rows written", """
                SELECT OBJECT_SCHEMA AS db, SUM(COUNT_WRITE) AS writes
                FROM performance_schema.table_io_waits_summary_by_table
                WHERE COUNT_WRITE > 0 GROUP BY OBJECT_SCHEMA""");
        for (Row row : session.query(sql)) {
            if (databases.contains(row.text("db"))) {
                writes.put(row.text("db"), row.number("writes"));
            }
        }
        return writes;
    }
}
