package io.flexmigrate.stage.load;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.time.Pause;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries again what failed for a reason that may pass, such as a lost connection; every time it says so in the journal. */
record Tries(Pause pause, LoadLedger ledger, StopSign stop) {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(30));

    /**
     * Runs a task, a few times if need be.
     *
     * @param what the task in words, such as the table it loads
     * @throws StageFailedException with a remedy, when it failed for good
     */
    void run(String what, Lanes.Task task) throws InterruptedException {
        for (Duration wait : PAUSES) {
            RuntimeException failure = attempt(task);
            if (failure == null) {
                return;
            }
            String said = String.valueOf(failure.getMessage());
            if (stop.isRaised() || !passes(failure, said)) {
                throw failed(what, failure);
            }
            ledger.warn("Loading " + what + " is tried again in " + wait.toSeconds() + " s: " + said);
            pause.pause(wait);
        }
        RuntimeException last = attempt(task);
        if (last != null) {
            throw failed(what, last);
        }
    }

    private static @Nullable RuntimeException attempt(Lanes.Task task) throws InterruptedException {
        try {
            task.run();
            return null;
        } catch (MySqlException | LoaderFailedException failure) {
            return failure;
        }
    }

    private static boolean passes(RuntimeException failure, String said) {
        return (failure instanceof MySqlException refused && refused.isConnectionLost())
                || LoadTrouble.of(said).passes();
    }

    private static StageFailedException failed(String what, RuntimeException failure) {
        String said = String.valueOf(failure.getMessage());
        return new StageFailedException(
                "Loading " + what + " failed: " + said, LoadTrouble.of(said).remedy(), failure);
    }
}
