package io.flexmigrate.stage;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Clients.Client;
import io.flexmigrate.mysql.GlobalReadLock;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.ReadLock;
import io.flexmigrate.time.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Takes the global read lock with patience: short waits, longer and longer pauses, and the names of who is in the way. */
public record SnapshotLock(MySqlServer server, Pause pause, Duration silence) {

    private static final Duration WAIT = Duration.ofSeconds(1);

    /**
     * The first are short: a writer may wait for a row that another holds who waits behind us, so that nobody gets on until we
     * give up. Only the last is for statements that need some time.
     */
    private static final List<Duration> WAITS =
            List.of(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(200), WAIT);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /**
     * Takes the lock.
     *
     * @param limit how long it may be held
     * @param attempts how often to try; each stalls the writers four times, for a second at most
     * @param prelude what to do last before each attempt
     * @param rule what to do about those in the way, beside waiting
     * @throws LockRefusedException when statements on the server did not let it through
     */
    public ReadLock acquire(
            Duration limit, int attempts, StageLog log, ReadLock.Prelude prelude, Consumer<List<Client>> rule)
            throws InterruptedException {
        Duration next = Duration.ofSeconds(1);
        List<Client> blockers = List.of();
        for (int attempt = 1; attempt <= attempts; attempt++) {
            blockers = atTables();
            if (blockers.isEmpty()) {
                Optional<ReadLock> lock = tried(limit, prelude);
                if (lock.isPresent()) {
                    return lock.get();
                }
                blockers = running();
            }
            rule.accept(blockers);
            log.observe("lock-refused", Map.of("attempt", Integer.toString(attempt), "blockers", label(blockers)));
            pause.pause(next);
            next = next.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next.multipliedBy(2);
        }
        throw new LockRefusedException(
                "The " + server.role() + " could not be locked in " + attempts + " attempts of " + WAIT.toSeconds()
                        + " s. In the way: " + label(blockers),
                "End these statements or wait until they are done; nothing was changed.");
    }

    private Optional<ReadLock> tried(Duration limit, ReadLock.Prelude prelude) throws InterruptedException {
        Optional<ReadLock> lock = Optional.empty();
        for (int i = 0; i < WAITS.size() && lock.isEmpty(); i++) {
            lock = new GlobalReadLock(server).tryAcquire(WAITS.get(i), silence, limit, prelude);
        }
        return lock;
    }

    /**
     * Whoever is at a table for so long that the lock is not even asked for.
     *
     * <p>Because the statement that takes the lock marks all open tables as old, and giving it up does not take that back: until
     * the long statement ends, nobody can open its table again. Measured on 5.7.22 and 8.0.15.
     */
    private List<Client> atTables() {
        return server.with(session -> new Clients(session).atTablesLongerThan(WAIT));
    }

    private List<Client> running() {
        return server.with(session -> new Clients(session)
                .others().stream()
                        .filter(client -> !client.statement().isEmpty())
                        .filter(client -> client.since().compareTo(WAIT) >= 0)
                        .toList());
    }

    private static String label(List<Client> clients) {
        return clients.isEmpty()
                ? "statements that ended meanwhile"
                : clients.stream().map(Client::label).collect(Collectors.joining("; "));
    }
}
