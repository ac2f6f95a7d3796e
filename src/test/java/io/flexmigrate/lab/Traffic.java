package io.flexmigrate.lab;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Clients that write without end and know what was acknowledged; closing it ends them. */
public final class Traffic implements AutoCloseable {

    private static final Duration LAST_TRANSACTION = Duration.ofSeconds(70);

    private final TrafficTables tables;
    private final Ledger ledger = new Ledger();
    private final List<TrafficClient> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private Traffic(TrafficSettings settings) {
        this.tables = new TrafficTables(settings.database());
        Endpoint endpoint = new Endpoint(settings.endpoint(), settings.database());
        Duration interval =
                Duration.ofSeconds(1).multipliedBy(settings.clients()).dividedBy(settings.transactionsPerSecond());
        for (int i = 0; i < settings.clients(); i++) {
            TrafficClient client = new TrafficClient(endpoint, ledger, interval);
            clients.add(client);
            Thread thread = new Thread(client, "traffic " + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    /** Lets the clients begin; the tables must be there ({@link TrafficTables#create}). */
    public static Traffic start(TrafficSettings settings) {
        Traffic traffic = new Traffic(settings);
        traffic.threads.forEach(Thread::start);
        return traffic;
    }

    /**
     * Logs in and out as these clients do, all of them at once, so that their first logins are as quick as those of an application
     * that has been running for days: the first hundreds of a JVM take several times as long.
     *
     * @param times each of them logs in
     */
    public static void logIn(TrafficSettings settings, int times) {
        Endpoint endpoint = new Endpoint(settings.endpoint(), settings.database());
        List<CompletableFuture<Void>> clients = new ArrayList<>();
        for (int i = 0; i < settings.clients(); i++) {
            clients.add(CompletableFuture.runAsync(() -> logIn(endpoint, times)));
        }
        clients.forEach(CompletableFuture::join);
    }

    private static void logIn(Endpoint endpoint, int times) {
        try {
            for (int login = 0; login < times; login++) {
                endpoint.connect().close();
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(
                    "a client cannot log in to " + endpoint.settings().address(), refused);
        }
    }

    /** What the clients have seen so far. */
    public TrafficReport report() {
        return ledger.report(tables);
    }

    /** Ends the clients after the transactions they are in, and says what they have seen. */
    public TrafficReport stop() {
        clients.forEach(TrafficClient::end);
        threads.forEach(Traffic::join);
        return report();
    }

    @Override
    public void close() {
        stop();
    }

    private static void join(Thread thread) {
        try {
            thread.join(LAST_TRANSACTION.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
