package io.flexmigrate.lab;

import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a server has counted of its own work, seen on one session that is kept open. */
record ServerCounters(Session session) {

    /** Begins a new peak of connections. */
    void reset() {
        session.execute(Sql.of("forgetting the peak", "FLUSH STATUS"));
    }

    /** All counters that are numbers, and what tells whether statistics of tables were made anew. */
    Map<String, Long> read() {
        Map<String, Long> counters = new TreeMap<>();
        session.query(Sql.of("reading the counters", "SHOW GLOBAL STATUS")).forEach(row -> {
            if (row.text("Value").matches("\\d{1,18}")) {
                counters.put(row.text("Variable_name"), row.number("Value"));
            }
        });
        return counters;
    }

    /** The statistics of InnoDB's tables as one number, which another moment's differs from when some were made anew. */
    String statistics() {
        return session.first(Sql.of(
                        "looking at the statistics",
                        "SELECT COALESCE(BIT_XOR(CRC32(CONCAT(database_name, table_name, last_update))), 0) AS x"
                                + " FROM mysql.innodb_table_stats"))
                .orElseThrow()
                .only();
    }

    /** What happened between two readings, by what a reader wants to know. */
    static Map<String, Long> between(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> differences = new LinkedHashMap<>();
        for (String name : new String[] {
            "Questions",
            "Com_select",
            "Connections",
            "Opened_tables",
            "Opened_table_definitions",
            "Innodb_rows_inserted",
            "Innodb_rows_updated",
            "Innodb_rows_deleted"
        }) {
            differences.put(name, after.getOrDefault(name, 0L) - before.getOrDefault(name, 0L));
        }
        long shows = after.keySet().stream()
                .filter(name -> name.startsWith("Com_show_"))
                .mapToLong(name -> after.getOrDefault(name, 0L) - before.getOrDefault(name, 0L))
                .sum();
        differences.put("Com_show_*", shows - 1); // because the second reading is one itself
        differences.put("peak connections", after.getOrDefault("Max_used_connections", 0L) - 1);
        return differences;
    }
}
