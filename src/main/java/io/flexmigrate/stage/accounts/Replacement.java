package io.flexmigrate.stage.accounts;

import java.util.Map;

/** What stands in for privileges that a flexible server does not grant: azure concepts-limitations. */
final class Replacement {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry(
                    "SUPER",
                    "Session settings: SESSION_VARIABLES_ADMIN; ending sessions: CALL mysql.az_kill; settings of the"
                            + " server: its parameters in the portal."),
            Map.entry("FILE", "LOAD DATA LOCAL INFILE, and exports by the client."),
            Map.entry("SHUTDOWN", "Restart and stop the server in the portal."),
            Map.entry("CREATE TABLESPACE", "Tables in files of their own, which is the default."),
            Map.entry("CREATE ROLE", "CREATE USER lets it make roles too."),
            Map.entry("DROP ROLE", "CREATE USER lets it drop roles too."),
            Map.entry("SET_USER_ID", "Let definers be the account that makes the object."),
            Map.entry("SET_ANY_DEFINER", "Let definers be the account that makes the object."),
            Map.entry("SYSTEM_VARIABLES_ADMIN", "Set the server's parameters in the portal."),
            Map.entry("CONNECTION_ADMIN", "End sessions with CALL mysql.az_kill."),
            Map.entry("BINLOG_ADMIN", "Set how long binlogs stay by the server's parameters in the portal."),
            Map.entry("REPLICATION_SLAVE_ADMIN", "Call the procedures mysql.az_replication_*."));

    private Replacement() {}

    /** A sentence; empty when there is none. */
    static String of(String privilege) {
        return WORDS.getOrDefault(privilege, "");
    }
}
