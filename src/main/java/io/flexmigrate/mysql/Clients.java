package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sessions of a server's clients, and what they are at. */
public record Clients(Session session) {

    /** Users that are the server's own. */
    static final Set<String> SYSTEM_USERS =
            Set.of("system user", "event_scheduler", "unauthenticated user", "azure_superuser", "");

    private static final Pattern FIRST_WORD = Pattern.compile("\\s");
    private static final Pattern MAY_HOLD_A_SECRET =
            Pattern.compile("identified|password|secret", Pattern.CASE_INSENSITIVE);

    /**
     * A session of a client.
     *
     * @param statement what it runs now; empty when it waits for its client
     */
    public record Client(long id, String user, String host, String command, Duration since, String statement) {

        /** As a person would name it to another. */
        public String label() {
            String line = statement.isEmpty()
                    ? command
                    : statement.strip().lines().findFirst().orElse("");
            String doing =
                    MAY_HOLD_A_SECRET.matcher(statement).find() ? FIRST_WORD.split(line, 2)[0] + " …" : line;
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
                .map(Clients::client)
                .filter(client -> !SYSTEM_USERS.contains(client.user()))
                .toList();
    }

    static Client client(Row row) {
        return new Client(
                row.number("id"),
                row.text("user"),
                row.text("host"),
                row.text("command"),
                Duration.ofSeconds(Math.max(0, row.number("seconds"))),
                row.text("info"));
    }

    /** Sessions whose transaction, or statement, is older than this: they would stall a lock. */
    public List<Client> busyLongerThan(Duration age) {
        // because trx_started is in the server's own zone, whatever time_zone says
        session.query(Sql.of("reading ages", "SET SESSION time_zone = 'SYSTEM'"));
        Sql sql = Sql.of("looking for long transactions", """
                SELECT p.ID AS id, p.USER AS user, p.HOST AS host, p.COMMAND AS command,
                       TIMESTAMPDIFF(SECOND, t.trx_started, NOW()) AS seconds, COALESCE(p.INFO, '') AS info
                FROM information_schema.INNODB_TRX t
                JOIN information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id
                WHERE p.ID <> CONNECTION_ID() AND TIMESTAMPDIFF(SECOND, t.trx_started, NOW()) >= ?
                ORDER BY seconds DESC""", age.toSeconds());
        return session.query(sql).stream().map(Clients::client).toList();
    }

    /** Sessions whose one statement has been using tables of InnoDB for longer than this. */
    public List<Client> atTablesLongerThan(Duration age) {
        Sql sql = Sql.of("looking for long statements", """
                SELECT p.ID AS id, p.USER AS user, p.HOST AS host, p.COMMAND AS command, p.TIME AS seconds,
                       COALESCE(p.INFO, '') AS info
                FROM information_schema.INNODB_TRX t
                JOIN information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id
                WHERE p.ID <> CONNECTION_ID() AND p.COMMAND <> 'Sleep' AND t.trx_tables_in_use > 0 AND p.TIME >= ?
                ORDER BY seconds DESC""", age.toSeconds());
        return session.query(sql).stream().map(Clients::client).toList();
    }

    /** Sessions of others whose statement has been running for longer than this, inside a transaction or not. */
    public List<Client> runningLongerThan(Duration age) {
        return others().stream()
                .filter(client -> client.command().equals("Query"))
                .filter(client -> client.since().compareTo(age) >= 0)
                .toList();
    }

    /** Who reads the server's binlog now: replicas, and tools that act like one. */
    public List<Client> binlogReaders() {
        Sql sql = Sql.of("listing who reads the binlog", """
                SELECT ID AS id, USER AS user, HOST AS host, COMMAND AS command, TIME AS seconds, '' AS info
                FROM information_schema.PROCESSLIST WHERE COMMAND LIKE 'Binlog Dump%' ORDER BY ID""");
        return session.query(sql).stream().map(Clients::client).toList();
    }

    /** Open transactions of our own account in sessions younger than this one: the snapshots of a tool we started. */
    public long youngerTransactionsOfOurs() {
        Sql sql = Sql.of("counting the snapshots of mydumper", """
                SELECT COUNT(*) AS n FROM information_schema.INNODB_TRX t
                JOIN information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id
                WHERE p.ID > CONNECTION_ID() AND p.USER = SUBSTRING_INDEX(USER(), '@', 1)""");
        return session.first(sql).map(row -> row.number("n")).orElse(0L);
    }

    /** Sessions of our own account younger than this one that are at a statement: a tool we started that works. */
    public long youngerStatementsOfOurs() {
        Sql sql = Sql.of("looking whether the tool works", """
                SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST
                WHERE ID > CONNECTION_ID() AND USER = SUBSTRING_INDEX(USER(), '@', 1) AND COMMAND <> 'Sleep'""");
        return session.first(sql).map(row -> row.number("n")).orElse(0L);
    }

    /**
     * Sessions of others that wait for a lock on the whole server, and have been waiting for this long.
     *
     * <p>The states are the same in 5.7 and 8.0: sql/mdl.cc, {@code MDL_key::m_namespace_to_wait_state_name}.
     */
    public List<Client> waitingForServerLock() {
        Sql sql = Sql.of("looking for writers that wait", """
                SELECT ID AS id, USER AS user, HOST AS host, COMMAND AS command, TIME AS seconds, INFO AS info
                FROM information_schema.PROCESSLIST
                WHERE USER <> SUBSTRING_INDEX(USER(), '@', 1)
                  AND STATE IN ('Waiting for global read lock', 'Waiting for commit lock')""");
        return session.query(sql).stream().map(Clients::client).toList();
    }

    /** Ends the statement a session is at, not the session; one that is gone already is no error. */
    public void endStatement(Client client) {
        new SessionEnding(session).endStatement(client);
    }

    /** Ends what is left of a tool of ours that was killed while it waited for a lock: the server does not notice by itself. */
    public void endOurFlushes() {
        Sql sql = Sql.of("looking for waiting locks of ours", """
                SELECT ID AS id, USER AS user, HOST AS host, COMMAND AS command, TIME AS seconds, INFO AS info
                FROM information_schema.PROCESSLIST
                WHERE USER = SUBSTRING_INDEX(USER(), '@', 1) AND ID <> CONNECTION_ID() AND INFO LIKE 'FLUSH%'""");
        session.query(sql).stream().map(Clients::client).forEach(this::end);
    }

    /** Ends a session; one that is gone already is no error. */
    public void end(Client client) {
        new SessionEnding(session).end(client);
    }

    /** All accounts of the server, roles too. */
    public Set<AccountName> all() {
        Sql sql = Sql.of("listing the accounts", "SELECT user AS u, host AS h FROM mysql.user");
        return session.query(sql).stream()
                .map(row -> new AccountName(row.text("u"), row.text("h")))
                .collect(Collectors.toSet());
    }

    /** All but the server's own. */
    public List<AccountName> ofClients() {
        return all().stream()
                .filter(account -> !account.user().startsWith("mysql.") && !SYSTEM_USERS.contains(account.user()))
                .sorted(Comparator.comparing(AccountName::toString))
                .toList();
    }

    /** Those of these accounts that exist. */
    public Set<AccountName> existing(Collection<AccountName> accounts) {
        if (accounts.isEmpty()) {
            return Set.of();
        }
        List<AccountName> asked = List.copyOf(accounts);
        Sql sql = Sql.of(
                "looking for accounts",
                "SELECT user AS u, host AS h FROM mysql.user WHERE (user, host) IN " + Places.inPairs(asked),
                asked.stream()
                        .flatMap(account -> Stream.of(account.user(), account.host()))
                        .toArray());
        List<Row> found = session.query(sql);
        // because the server writes host names in lower case, whatever a plan does
        return asked.stream()
                .filter(account -> found.stream()
                        .anyMatch(row -> row.text("u").equals(account.user())
                                && row.text("h").equalsIgnoreCase(account.host())))
                .collect(Collectors.toSet());
    }
}
