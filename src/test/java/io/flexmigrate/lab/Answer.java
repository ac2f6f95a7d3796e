package io.flexmigrate.lab;

import io.flexmigrate.mysql.MySqlException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The wait for a server's first answer. */
final class Answer {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private Answer() {}

    /**
     * @param isAlive whether waiting makes sense
     * @param log what the server said, for the error message
     */
    static void await(LabServer server, BooleanSupplier isAlive, Supplier<String> log) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(INTERVAL)
                    .until(() -> !isAlive.getAsBoolean() || answers(server));
        } catch (ConditionTimeoutException timeout) {
            throw new IllegalStateException(server.version() + " does not answer. It said: " + log.get(), timeout);
        }
        if (!isAlive.getAsBoolean()) {
            throw new IllegalStateException(server.version() + " ended at once. It said: " + log.get());
        }
    }

    private static boolean answers(LabServer server) {
        try {
            server.root().open().close();
            return true;
        } catch (MySqlException refused) {
            // because a server whose certificate has expired has answered
            return refused.isEncryptionRefused();
        }
    }
}
