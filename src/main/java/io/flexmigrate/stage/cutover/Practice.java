package io.flexmigrate.stage.cutover;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.Map;

/**
 * Does what the pause does as often as there is time for, and changes nothing: what a JVM has not done often, or never, takes it
 * several times as long. The clients do not wait meanwhile.
 */
record Practice(Opening opening, FlipHooks hooks) {

    private static final int ROUNDS = 20;
    private static final int ROUNDS_OF_FLIPS = 5;
    private static final Duration LONGEST = Duration.ofMillis(500);

    /** Practises, and notes that the lock is asked for next: the first note takes long, too. */
    void play() throws InterruptedException {
        Stopwatch watch = SystemClock.stopwatch();
        BinlogCoordinates since = opening.link().sourceCoordinates();
        for (int round = 0; round < ROUNDS && watch.elapsed().compareTo(LONGEST) < 0; round++) {
            BinlogCoordinates now = opening.link().sourceCoordinates();
            opening.requireNothingPrepared();
            opening.link().awaitLikely(now, LONGEST);
            // from the round before on, so that there is something to look through
            opening.fence().rehearse(opening.before(), since, now);
            since = now;
            if (round < ROUNDS_OF_FLIPS) {
                hooks.look();
            }
        }
        opening.log()
                .hurrying()
                .observe(
                        "lock-asked",
                        Map.of("practised_ms", Long.toString(watch.elapsed().toMillis())));
    }
}
