package io.flexmigrate.stage.dump;

import io.flexmigrate.mysql.Clients;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.Optional;

/**
 * How many transactions of our account are open on the source.
 *
 * <p>{@code INNODB_TRX} is a picture that the server takes anew only when nobody has looked at it for 0.1 s
 * (storage/innobase/trx/trx0i_s.cc, CACHE_MIN_IDLE_TIME): who looks more often sees the same for ever.
 */
final class OpenSnapshots {

    private static final Duration FRESH = Duration.ofMillis(110);

    /**
     * How long what the tool has said waits for a second witness, two looks: a thread with nothing to do ends its transaction
     * at once, so that all of them may never be seen together, nor any of a small dump; and every release says it when all
     * have begun.
     */
    private static final Duration LATE = Duration.ofMillis(250);

    private final Clients clients;
    private Optional<Stopwatch> looked = Optional.empty();
    private Optional<Stopwatch> announced = Optional.empty();
    private long count;

    OpenSnapshots(Clients clients) {
        this.clients = clients;
    }

    /** The number, not older than 0.11 s. */
    long count() {
        if (looked.isEmpty() || looked.orElseThrow().elapsed().compareTo(FRESH) >= 0) {
            count = clients.youngerTransactionsOfOurs();
            looked = Optional.of(SystemClock.stopwatch());
        }
        return count;
    }

    /**
     * Whether a tool that has said so has as many snapshots as it has threads, or has said it for a while.
     *
     * @param others snapshots that are not the tool's
     */
    boolean areThoseOf(int threads, long others) {
        if (announced.isEmpty()) {
            announced = Optional.of(SystemClock.stopwatch());
        }
        return count() - others >= threads || announced.orElseThrow().elapsed().compareTo(LATE) >= 0;
    }
}
