package io.flexmigrate.stage.fence;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.mysql.Clients.Client;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.ReadLock;
import io.flexmigrate.mysql.TableBlockers;
import io.flexmigrate.mysql.TablesReadLock;
import io.flexmigrate.stage.LockRefusedException;
import io.flexmigrate.time.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Locks the tables of some databases with patience: short waits, longer and longer pauses, and the names of who is in the way. */
record TablesLock(MySqlServer source, List<String> databases, BlockerEnding ending, Pause pause, Duration silence) {

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 5;

    TablesLock {
        databases = List.copyOf(databases);
    }

    /** @param prelude what to do last before each attempt */
    ReadLock acquire(Duration limit, StageLog log, ReadLock.Prelude prelude) throws InterruptedException {
        Duration next = Duration.ofSeconds(1);
        List<Client> blockers = List.of();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            blockers = blockers();
            // because the writers of these tables would wait behind us for nothing
            if (blockers.stream().noneMatch(client -> client.since().compareTo(WAIT) >= 0)) {
                Optional<ReadLock> lock =
                        new TablesReadLock(source, databases).tryAcquire(WAIT, silence, limit, prelude);
                if (lock.isPresent()) {
                    return lock.get();
                }
                blockers = blockers();
            }
            ending.end(blockers, log);
            log.observe("lock-refused", Map.of("attempt", Integer.toString(attempt), "blockers", label(blockers)));
            pause.pause(next);
            next = next.multipliedBy(2);
        }
        throw new LockRefusedException(
                "The tables of " + String.join(", ", databases) + " could not be locked in " + ATTEMPTS
                        + " attempts of " + WAIT.toSeconds() + " s. In the way: " + label(blockers),
                "End these transactions or wait until they are done; nothing was changed.");
    }

    private List<Client> blockers() {
        return source.with(session -> new TableBlockers(session).of(databases));
    }

    private static String label(List<Client> clients) {
        return clients.isEmpty()
                ? "transactions or changes of tables that the server does not tell or that ended meanwhile"
                : clients.stream().map(Client::label).collect(Collectors.joining("; "));
    }
}
