package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The sessions of a server's clients, and what they are at. */
public record Clients(Session session) {

    /** Users that are the server's own. */
    private static final Set<String> SYSTEM_USERS =
            Set.of("system user", "event_scheduler", "unauthenticated user", "azure_superuser", "");

    /**
     * A session of a client.
     *
     * @param statement what it runs now; empty when it waits for its client
     */
    public record Client(long id, String user, String host, String command, Duration since, String statement) {

        /** As a person would name it to another. */
        public String label() {
            String doing = statement.isEmpty()
                    ? command
                    : statement.strip().lines().findFirst().orElse("");
            String shortened = doing.length() > 80 ? doing.substring(0, 80) + "…" : doing;
            return "session " + id + " of " + user + "@" + host + ", " + since.toSeconds() + " s: " + shortened;
        }
    }

    /** The sessions of all users but ours and the server's own; replication dumps are not clients. */
    public List<Client> others() {
        Sql sql = Sql.of("listing the sessions", """
                SELECT ID AS id, USER AS user, HOST AS host, COMMAND AS command, TIME AS seconds, INFO AS info
                FROM information_schema.PROCESSLIST
                WHERE USER <> SUBSTRING_INDEX(USER(), '@', 1) AND COMMAND NOT LIKE 'Binlog Dump%'""");
        return session.query(sql).stream()
                .map(row -> new Client(
                        row.number("id"),
                        row.text("user"),
                        row.text("host"),
                        row.text("command"),
                        Duration.ofSeconds(Math.max(0, row.number("seconds"))),
                        row.text("info")))
                .filter(client -> !SYSTEM_USERS.contains(client.user()))
                .toList();
    }

    /** Sessions whose transaction, or statement, is older than this: they would stall a lock. */
    public List<Client> busyLongerThan(Duration age) {
        Sql sql = Sql.of("looking for long transactions", """
                SELECT p.ID AS id, p.USER AS user, p.HOST AS host, p.COMMAND AS command,
                       TIMESTAMPDIFF(SECOND, t.trx_started, NOW()) AS seconds, COALESCE(p.INFO, '') AS info
                FROM information_schema.INNODB_TRX t
                JOIN information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id
                WHERE p.ID <> CONNECTION_ID() AND TIMESTAMPDIFF(SECOND, t.trx_started, NOW()) >= ?
                ORDER BY seconds DESC""", age.toSeconds());
        return session.query(sql).stream()
                .map(row -> new Client(
                        row.number("id"),
                        row.text("user"),
                        row.text("host"),
                        row.text("command"),
                        Duration.ofSeconds(row.number("seconds")),
                        row.text("info")))
                .toList();
    }

    /** Open transactions of our own account in sessions younger than this one: the snapshots of a tool we started. */
    public long youngerTransactionsOfOurs() {
        Sql sql = Sql.of("counting the snapshots of mydumper", """
                SELECT COUNT(*) AS n FROM information_schema.INNODB_TRX t
                JOIN information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id
                WHERE p.ID > CONNECTION_ID() AND p.USER = SUBSTRING_INDEX(USER(), '@', 1)""");
        return session.first(sql).map(row -> row.number("n")).orElse(0L);
    }

    /** Ends a session; one that is gone already is no error. */
    public void end(Client client) {
        try {
            session.execute(Sql.of("ending " + client.label(), "KILL " + client.id()));
        } catch (MySqlException refused) {
            if (refused.errorNumber() != 1094) { // ER_NO_SUCH_THREAD
                throw refused;
            }
        }
    }

    /** Whether an account of this name exists. */
    public boolean hasAccount(AccountName account) {
        Sql sql = Sql.of(
                "looking for the account " + account,
                "SELECT COUNT(*) AS n FROM mysql.user WHERE user = ? AND host = ?",
                account.user(),
                account.host());
        return session.first(sql).map(row -> row.number("n") > 0).orElse(false);
    }
}
