package io.flexmigrate.mysql;

import java.util.List;

/**
 * An account on the source by which the target may replicate.
 *
 * @param plugin its authentication plugin
 * @param requiresTls whether it may only log in over TLS
 * @param mayReplicate whether it has {@code REPLICATION SLAVE}
 */
public record ReplicationAccount(String user, String host, String plugin, boolean requiresTls, boolean mayReplicate) {

    /** The accounts of this user name; needs SELECT on {@code mysql.user}. */
    public static List<ReplicationAccount> read(Session session, String user) {
        Sql sql = Sql.of("looking for the replication account " + user, """
                SELECT user AS user, host AS host, plugin AS plugin, CAST(ssl_type AS CHAR) AS ssl_type,
                       Repl_slave_priv AS repl FROM mysql.user WHERE user = ?""", user);
        return session.query(sql).stream()
                .map(row -> new ReplicationAccount(
                        row.text("user"),
                        row.text("host"),
                        row.text("plugin"),
                        !row.text("ssl_type").isEmpty(),
                        row.text("repl").equals("Y")))
                .toList();
    }
}
