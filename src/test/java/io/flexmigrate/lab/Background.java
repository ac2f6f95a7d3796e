package io.flexmigrate.lab;

import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client of its own that runs statements while the test goes on; closing it ends its session on the server. */
public final class Background implements AutoCloseable {

    /** ER_NO_SUCH_THREAD. */
    private static final int NO_SUCH_THREAD = 1094;

    private final MySqlServer server;
    private final long session;
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    private Background(MySqlServer server, long session) {
        this.server = server;
        this.session = session;
    }

    /** Logs in, and lets the statements run one after the other. */
    public static Background run(MySqlServer server, String... statements) {
        Session session = server.open();
        long id = session.query(Sql.of("asking who we are", "SELECT CONNECTION_ID() AS id"))
                .get(0)
                .number("id");
        Background background = new Background(server, id);
        Thread thread = new Thread(() -> background.run(session, List.of(statements)), "background client " + id);
        thread.setDaemon(true);
        thread.start();
        return background;
    }

    private void run(Session open, List<String> statements) {
        try (open) {
            statements.forEach(statement -> open.execute(Sql.of("running " + statement, statement)));
            end.complete(null);
        } catch (RuntimeException failure) {
            end.completeExceptionally(failure);
        }
    }

    /** Whether all its statements ended well within this time; one that failed is an error of the test. */
    public boolean endsWithin(Duration time) throws InterruptedException {
        try {
            end.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillAtWork) {
            return false;
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getMessage(), failed);
        }
    }

    /** What the server said when it refused a statement; waits this long for it to be refused. */
    public String refusalWithin(Duration time) throws InterruptedException {
        try {
            end.get(time.toMillis(), TimeUnit.MILLISECONDS);
            throw new AssertionError("nothing was refused");
        } catch (TimeoutException stillAtWork) {
            throw new AssertionError("nothing was refused yet", stillAtWork);
        } catch (ExecutionException failed) {
            return String.valueOf(failed.getMessage());
        }
    }

    /** Whether the server shows one of the statements at work. */
    public boolean isAtWork() {
        String query = "SELECT ID FROM information_schema.PROCESSLIST WHERE ID = ? AND COMMAND = 'Query' AND TIME >= 0"
                + " AND STATE <> 'starting'";
        return !server.query(Sql.of("looking at a session", query, session)).isEmpty();
    }

    @Override
    public void close() {
        if (!end.isDone()) {
            kill();
        }
    }

    private void kill() {
        try {
            server.execute(Sql.of("ending a background client", "KILL " + session));
        } catch (MySqlException refused) {
            // because it may have ended before we have seen that
            if (refused.errorNumber() != NO_SUCH_THREAD) {
                throw refused;
            }
        }
    }
}
