package io.flexmigrate.scenario;

import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.LabServer;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All of a server that a migration could change, as its superuser sees it; equal before and after when nothing was. */
record ServerState(
        List<String> coordinates,
        List<String> variables,
        List<String> tables,
        List<String> accounts,
        List<String> link) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Reads it once no session of the program is left, so that none can hold a lock either. */
    static ServerState of(LabServer server) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> rows(
                                server,
                                "SELECT ID FROM information_schema.PROCESSLIST WHERE USER IN ('migrate', 'flexadmin')")
                        .isEmpty());
        return new ServerState(
                rows(server, "SHOW MASTER STATUS"),
                rows(server, "SHOW GLOBAL VARIABLES"),
                rows(server, "SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.TABLES"),
                rows(server, "SELECT user, host, account_locked FROM mysql.user"),
                rows(server, "SHOW SLAVE STATUS"));
    }

    private static List<String> rows(LabServer server, String query) {
        List<String> rows = new ArrayList<>();
        for (Row row : server.root().query(Sql.of("looking at " + query, query))) {
            rows.add(row.toString());
        }
        return rows.stream().sorted().toList();
    }
}
