package io.flexmigrate.stage;

import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.PassingFailureException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.time.Pause;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Bears failures that may pass by themselves: a lost connection, a server that restarts. What is borne must be such that it can
 * be done again from its beginning.
 *
 * @param bound how long a failure is borne; one that comes back after it had passed begins anew
 */
public record Patience(Duration bound, Pause pause) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** Work that went on for so long was not stopped by the trouble before it. */
    private static final Duration PASSED = Duration.ofSeconds(30);

    /** What is done again and again until it succeeds. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws InterruptedException;
    }

    /**
     * Does the work.
     *
     * @param meanwhile done before each further attempt; what it throws is borne too
     */
    public <T> T bear(StageLog log, Runnable meanwhile, Work<T> work) throws InterruptedException {
        Optional<Stopwatch> trouble = Optional.empty();
        Duration next = FIRST_PAUSE;
        while (true) {
            Stopwatch attempt = SystemClock.stopwatch();
            try {
                if (trouble.isPresent()) {
                    meanwhile.run();
                }
                T result = work.run();
                trouble.ifPresent(since -> tellEnd(since, log));
                return result;
            } catch (MySqlException | PassingFailureException failure) {
                if (failure instanceof MySqlException refused && !refused.isConnectionLost()) {
                    throw refused;
                }
                if (attempt.elapsed().compareTo(PASSED) >= 0) {
                    trouble = Optional.empty();
                    next = FIRST_PAUSE;
                }
                if (trouble.isEmpty()) {
                    tellBegin(failure, log);
                    trouble = Optional.of(attempt);
                } else if (trouble.get().elapsed().compareTo(bound) >= 0) {
                    throw failure;
                }
            }
            pause.pause(next);
            next = next.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? next.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void tellBegin(RuntimeException failure, StageLog log) {
        warn(
                failure.getMessage() + " This may pass by itself: it is borne for " + bound.toSeconds()
                        + " s (link.retry_for).",
                log);
    }

    private static void tellEnd(Stopwatch since, StageLog log) {
        warn("That passed after " + since.elapsed().toSeconds() + " s.", log);
    }

    private static void warn(String text, StageLog log) {
        log.observe(Observation.WARNING.what(), Map.of(Observation.WARNING.key(), text));
    }
}
