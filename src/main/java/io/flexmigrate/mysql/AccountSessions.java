package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.Clients.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The sessions of some accounts; who came in by which account is worked out as the server does: by the most specific host.
 *
 * @param managed whether its provider lets nobody end sessions but by a procedure of its own
 */
public record AccountSessions(Session session, Set<AccountName> accounts, boolean managed) {

    private static final Pattern PORT = Pattern.compile(":\\d+$");

    /** How often to look whether they are gone. */
    private static final int LOOKS = 700;

    /** How long the server is to wait between two looks, in seconds: who waits for a lock is gone about as soon. */
    private static final String BREAK = "0.001";

    public AccountSessions {
        accounts = Set.copyOf(accounts);
    }

    /**
     * Ends them all, and waits until they are gone: what waited for a lock dies without having written.
     *
     * @return those that were ended
     * @throws StubbornSessionsException when some are there still after a second
     */
    public List<Client> end() {
        Set<AccountName> all = new Clients(session).all();
        TreeMap<Long, Client> ended = new TreeMap<>();
        SessionEnding ending = new SessionEnding(session, managed);
        for (int look = 0; look < LOOKS; look++) {
            List<Client> left = now(all, look);
            if (left.isEmpty()) {
                return List.copyOf(ended.values());
            }
            for (Client client : left) {
                if (ended.putIfAbsent(client.id(), client) == null) {
                    ending.end(client);
                }
            }
        }
        throw new StubbornSessionsException(now(all, LOOKS));
    }

    /** Those that {@link #end} would end. */
    public List<Client> look() {
        return now(new Clients(session).all(), 0);
    }

    /** Those that are there: the first looks are at once, later ones after a break. */
    private List<Client> now(Set<AccountName> all, int look) {
        Sql sql = Sql.of("looking for sessions that are to end", """
                SELECT ID AS id, USER AS user, HOST AS host, COMMAND AS command, TIME AS seconds, INFO AS info
                FROM information_schema.PROCESSLIST WHERE ID <> CONNECTION_ID()""");
        List<Row> rows = look <= 1 ? session.query(sql) : later(sql);
        List<Client> ours = new ArrayList<>();
        rows.stream().map(Clients::client).filter(client -> isOurs(client, all)).forEach(ours::add);
        return ours;
    }

    private List<Row> later(Sql sql) {
        session.await(Sql.of("waiting for sessions to end", "DO SLEEP(" + BREAK + ")"), Duration.ofSeconds(1));
        return session.await(sql, Duration.ofSeconds(5));
    }

    private boolean isOurs(Client client, Set<AccountName> all) {
        if (accounts.stream().noneMatch(account -> account.user().equals(client.user()))) {
            return false;
        }
        String host = PORT.matcher(client.host()).replaceFirst("");
        Optional<AccountName> used = all.stream()
                .filter(account -> account.user().equals(client.user()))
                .filter(account -> new HostPattern(account.host()).matches(host))
                .max(Comparator.comparing(account -> new HostPattern(account.host())));
        // because who came in by a name that fits nothing may well have come in by ours
        return used.map(account -> accounts.stream()
                        .anyMatch(ours -> ours.user().equals(account.user())
                                && ours.host().equalsIgnoreCase(account.host())))
                .orElse(true);
    }
}
