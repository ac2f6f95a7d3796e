package io.flexmigrate.stage.verify;

import io.flexmigrate.time.Pause;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Has a comparison stand aside while the source is busy with others; for any number of threads.
 *
 * <p>By lag it stands aside anyway: every chunk waits until the target has applied what the source had done.
 */
final class LoadLimit {

    private static final Duration LOOK = Duration.ofMillis(500);

    /** A reading that lasts longer is given up, and its chunk made smaller: old row versions pile up as long as it lasts. */
    private static final Duration LONGEST_READING = Duration.ofSeconds(30);

    private final int most;
    private final Pause pause;
    private final Consumer<String> told;
    private final Duration longestReading;
    private boolean stands;

    /**
     * A limit.
     *
     * @param most threads of others that may run on the source; 0: any number
     * @param told hears when it begins to stand aside and when it goes on
     */
    LoadLimit(int most, Pause pause, Consumer<String> told) {
        this(most, pause, told, LONGEST_READING);
    }

    private LoadLimit(int most, Pause pause, Consumer<String> told, Duration longestReading) {
        this.most = most;
        this.pause = pause;
        this.told = told;
        this.longestReading = longestReading;
    }

    static LoadLimit none() {
        return of(LONGEST_READING);
    }

    /** Never stands aside, and gives up readings that last longer. */
    static LoadLimit of(Duration longestReading) {
        return new LoadLimit(0, unused -> {}, unused -> {}, longestReading);
    }

    /** How long one reading of a chunk may last. */
    Duration longestReading() {
        return longestReading;
    }

    /** Whether more threads run than may. */
    boolean isExceededBy(LongSupplier running) {
        return most > 0 && running.getAsLong() > most;
    }

    /**
     * Returns when no more threads run than may; at once when its thread is interrupted.
     *
     * @param running asks the source how many threads of others run
     */
    void standAside(LongSupplier running) {
        while (isExceededBy(running)) {
            tell(true, "More than " + most + " threads run on the source (verify.max_load): the comparison waits.");
            try {
                pause.pause(LOOK);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        tell(false, "The comparison goes on.");
    }

    private synchronized void tell(boolean nowStands, String text) {
        if (stands != nowStands) {
            stands = nowStands;
            told.accept(text);
        }
    }
}
