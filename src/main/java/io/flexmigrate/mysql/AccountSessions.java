package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.Clients.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The sessions of some accounts; who came in by which account is worked out as the server does: by the most specific host.
 *
 * <p>It is made for a write pause: whatever can be known before it is asked before it, and what must be told the server is told in
 * as few requests as can be.
 */
public final class AccountSessions {

    private static final Pattern PORT = Pattern.compile(":\\d+$");

    /** How often to look whether they are gone. */
    private static final int LOOKS = 700;

    /** The server waits so long before it looks again, in seconds: who waits for a lock is gone about as soon. */
    private static final Sql BREAK = Sql.of("waiting for sessions to end", "DO SLEEP(0.001)");

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Sql ALL_SESSIONS = Sql.of("looking for sessions that are to end", """
            SELECT ID AS id, USER AS user, HOST AS host, COMMAND AS command, TIME AS seconds, INFO AS info
            FROM information_schema.PROCESSLIST WHERE ID <> CONNECTION_ID()""");

    private final Session session;
    private final Set<AccountName> accounts;
    private final boolean managed;

    /** All accounts of the server. */
    private final Set<AccountName> all;

    /**
     * Asks which accounts the server has: one that is made afterwards is not told from the account of ours that fits its host.
     *
     * @param managed whether its provider lets nobody end sessions but by a procedure of its own
     */
    public AccountSessions(Session session, Set<AccountName> accounts, boolean managed) {
        this.session = session;
        this.accounts = Set.copyOf(accounts);
        this.managed = managed;
        this.all = new Clients(session).all();
        session.allowSeveral();
    }

    /**
     * Ends them all, and waits until they are gone: what waited for a lock dies without having written.
     *
     * @param doors what to do first, in one request with the first look for them
     * @param then what to ask when they are gone, where they go at once in the same request; it answers with rows
     * @return the answer to it
     * @throws StubbornSessionsException when some are there still after a second
     */
    public List<Row> end(List<Sql> doors, Sql then) {
        SessionEnding ending = new SessionEnding(session, managed);
        Set<Long> told = new HashSet<>();
        Look look = look(doors, then);
        for (int number = 1; !look.left().isEmpty(); number++) {
            if (number > LOOKS) {
                throw new StubbornSessionsException(look.left());
            }
            look = again(ending, untold(look.left(), told), told, then);
        }
        return look.answer();
    }

    private Look again(SessionEnding ending, List<Client> untold, Set<Long> told, Sql then) {
        if (untold.isEmpty()) {
            List<Client> left = ours(session.await(Sql.together(List.of(BREAK, ALL_SESSIONS)), PATIENCE));
            return new Look(left, left.isEmpty() ? session.query(then) : List.of());
        }
        List<Sql> changes = new ArrayList<>(ending.statements(untold));
        changes.add(BREAK);
        try {
            Look look = look(changes, then);
            for (Client client : untold) {
                told.add(client.id());
            }
            return look;
        } catch (MySqlException refused) {
            if (!ending.goesOnAfter(refused)) {
                throw refused;
            }
            return look(List.of(), then);
        }
    }

    /** Asks as {@link #end} does, and ends nobody: what runs for the first time is slow. */
    public void practise(Sql then) {
        List<Client> clients = look(List.of(), then).left();
        new SessionEnding(session, managed).statements(untold(clients, new HashSet<>()));
    }

    /** Those that are there, and what else was asked. */
    private record Look(List<Client> left, List<Row> answer) {}

    private Look look(List<Sql> before, Sql then) {
        List<List<Row>> answers = session.answers(before, List.of(ALL_SESSIONS, then), PATIENCE);
        return new Look(ours(answers.get(0)), answers.get(1));
    }

    private static List<Client> untold(List<Client> clients, Set<Long> told) {
        return clients.stream().filter(client -> !told.contains(client.id())).toList();
    }

    private List<Client> ours(List<Row> rows) {
        return rows.stream().map(Clients::client).filter(this::isOurs).toList();
    }

    private boolean isOurs(Client client) {
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
