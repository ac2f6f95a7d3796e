package io.flexmigrate.mysql;

import java.util.List;

/** The connections a server has open. */
public record Connections(Session session) {

    /** How many there are, ours included. */
    public long open() {
        return session.first(Sql.of(
                        "counting the connections", "SHOW GLOBAL STATUS WHERE Variable_name = 'Threads_connected'"))
                .map(row -> row.number("Value"))
                .orElse(0L);
    }

    /**
     * Users who are connected over the network without TLS; not ourselves, and not replicas.
     *
     * <p>See refman/5.7/en/performance-schema-threads-table.html for the words of CONNECTION_TYPE.
     */
    public List<String> usersWithoutTls() {
        Sql sql = Sql.of("looking for connections without TLS", """
                SELECT DISTINCT PROCESSLIST_USER AS name FROM performance_schema.threads
                WHERE TYPE = 'FOREGROUND' AND CONNECTION_TYPE = 'TCP/IP' AND PROCESSLIST_USER IS NOT NULL
                  AND PROCESSLIST_USER <> SUBSTRING_INDEX(USER(), '@', 1)
                  AND COALESCE(PROCESSLIST_COMMAND, '') NOT LIKE 'Binlog Dump%'
                ORDER BY PROCESSLIST_USER""");
        return session.query(sql).stream().map(row -> row.text("name")).toList();
    }
}
