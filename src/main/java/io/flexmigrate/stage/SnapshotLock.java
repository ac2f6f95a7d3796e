package io.flexmigrate.stage;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.GlobalReadLock;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.time.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the global read lock with patience: short waits, longer and longer pauses, and the names of who is in the way. */
public record SnapshotLock(MySqlServer server, Pause pause, Duration silence) {

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /**
     * Takes the lock.
     *
     * @param limit how long it may be held
     * @param attempts how often to try; each stalls the writers for a second at most
     * @throws StageFailedException when statements on the server did not let it through
     */
    public GlobalReadLock acquire(Duration limit, int attempts, StageLog log) throws InterruptedException {
        Duration next = Duration.ofSeconds(1);
        String blockers = "";
        for (int attempt = 1; attempt <= attempts; attempt++) {
            Optional<GlobalReadLock> lock = GlobalReadLock.tryAcquire(server, WAIT, silence, limit);
            if (lock.isPresent()) {
                return lock.get();
            }
            blockers = blockers();
            log.observe("lock-refused", Map.of("attempt", Integer.toString(attempt), "blockers", blockers));
            pause.pause(next);
            next = next.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next.multipliedBy(2);
        }
        throw new StageFailedException(
                "The " + server.role() + " could not be locked in " + attempts + " attempts of " + WAIT.toSeconds()
                        + " s. In the way: " + blockers,
                "End these statements or wait until they are done; nothing was changed.");
    }

    private String blockers() {
        List<String> running = server.with(session -> new Clients(session)
                .others().stream()
                        .filter(client -> !client.statement().isEmpty())
                        .filter(client -> client.since().compareTo(WAIT) >= 0)
                        .map(Clients.Client::label)
                        .toList());
        return running.isEmpty() ? "statements that ended meanwhile" : String.join("; ", running);
    }
}
