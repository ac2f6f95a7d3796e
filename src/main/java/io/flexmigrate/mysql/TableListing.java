package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The base tables of some databases before a lock of them, and whether they are the same under it; over a session and a thread of its
 * own, so that the second listing, which takes milliseconds, keeps nobody waiting.
 */
final class TableListing implements AutoCloseable {

    private final Session session;
    private final List<String> databases;
    private final ExecutorService thread;
    private List<TableName> listed = List.of();
    private CompletableFuture<Boolean> same = CompletableFuture.completedFuture(false);

    private TableListing(Session session, List<String> databases, ExecutorService thread) {
        this.session = session;
        this.databases = databases;
        this.thread = thread;
    }

    /** Logs in and lists them, so that the thread has begun and the question was asked: what is done for the first time is slow. */
    static TableListing open(MySqlServer server, List<String> databases) throws InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
            Thread lister = new Thread(work, "lister of tables");
            lister.setDaemon(true);
            return lister;
        });
        TableListing listing = new TableListing(server.open(), databases, thread);
        boolean done = false;
        try {
            listing.list();
            listing.listOnceMore();
            done = true;
            return listing;
        } finally {
            if (!done) {
                listing.close();
            }
        }
    }

    /** Lists them. */
    void list() throws InterruptedException {
        try {
            listed = CompletableFuture.supplyAsync(this::now, thread).get();
        } catch (ExecutionException failed) {
            throw cause(failed);
        }
    }

    /** As they were listed last. */
    List<TableName> listed() {
        return listed;
    }

    /** Begins to list them once more. */
    void listOnceMore() {
        List<TableName> before = listed;
        same = CompletableFuture.supplyAsync(() -> new TreeSet<>(now()).equals(new TreeSet<>(before)), thread);
    }

    /**
     * Whether that gave the same; false, too, when it has not come to its end by then.
     *
     * @throws MySqlException when they could not be listed
     */
    boolean isTheSame(Duration patience) throws InterruptedException {
        try {
            return same.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException failed) {
            throw cause(failed);
        }
    }

    private static RuntimeException cause(ExecutionException failed) {
        return failed.getCause() instanceof MySqlException trouble ? trouble : new IllegalStateException(failed);
    }

    private List<TableName> now() {
        return new Databases(session).tableNames(databases);
    }

    /** Logs out when it has come to its end; as often as need be. */
    @Override
    public void close() {
        if (!thread.isShutdown()) {
            thread.execute(session::close);
            thread.shutdown();
        }
    }
}
