package io.flexmigrate.lab;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One client: transfers on one connection, and a new connection after every failure. */
final class TrafficClient implements Runnable {

    /**
     * Answers to COMMIT that say it did not happen: ER_LOCK_WAIT_TIMEOUT, ER_LOCK_DEADLOCK and
     * ER_OPTION_PREVENTS_STATEMENT ({@code read_only}).
     */
    private static final Set<Integer> NOT_COMMITTED = Set.of(1205, 1213, 1290);

    /** As pools of connections do: soon at first, and less and less often, or those that are turned away keep the machine busy. */
    private static final long FIRST_PAUSE_MILLIS = 5;

    private static final long LONGEST_PAUSE_MILLIS = 80;

    /** Who was turned away so often, about 8 s long, asks once a second: the account may be locked for good. */
    private static final int OFTEN = 100;

    private static final long LATE_PAUSE_MILLIS = 1000;

    private final Endpoint endpoint;
    private final Ledger ledger;
    private final Pace pace;
    private final Random random = new Random();
    private final String name = UUID.randomUUID().toString().substring(0, 13);
    private long count;

    @Nullable
    private Connection connection;

    private volatile boolean ended;

    TrafficClient(Endpoint endpoint, Ledger ledger, Duration interval) {
        this.endpoint = endpoint;
        this.ledger = ledger;
        this.pace = new Pace(interval);
    }

    /** Lets it finish the transaction it is in. */
    void end() {
        ended = true;
    }

    @Override
    public void run() {
        try {
            while (!ended) {
                pace.await();
                count++;
                complete(Transfer.random(name + "-" + count, random));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    /** Tries until the transfer is acknowledged or in doubt. */
    private void complete(Transfer transfer) throws InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        for (int failures = 1; !attempt(transfer) && !ended; failures++) {
            disconnect();
            TimeUnit.MILLISECONDS.sleep(pause);
            pause = Math.min(2 * pause, failures < OFTEN ? LONGEST_PAUSE_MILLIS : LATE_PAUSE_MILLIS);
        }
    }

    private boolean attempt(Transfer transfer) {
        Connection open = connected();
        return open != null && written(open, transfer) && committed(open, transfer);
    }

    @Nullable
    private Connection connected() {
        try {
            if (connection == null) {
                connection = endpoint.connect();
            }
            return connection;
        } catch (SQLException failure) {
            ledger.failLogin();
            return null;
        }
    }

    private boolean written(Connection open, Transfer transfer) {
        try {
            transfer.write(open);
            return true;
        } catch (SQLException failure) {
            ledger.failStatement();
            return false;
        }
    }

    private boolean committed(Connection open, Transfer transfer) {
        try {
            open.commit();
            ledger.acknowledge(transfer.id());
            return true;
        } catch (SQLException failure) {
            if (NOT_COMMITTED.contains(failure.getErrorCode())) {
                ledger.failStatement();
                return false;
            }
            ledger.doubt(transfer.id());
            disconnect();
            return true;
        }
    }

    private void disconnect() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException alreadyGone) {
            // because there is nothing to close then
        }
        connection = null;
    }
}
