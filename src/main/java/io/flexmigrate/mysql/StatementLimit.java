package io.flexmigrate.mysql;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Ends the statement of another session of ours when it takes too long, to the millisecond: {@code lock_wait_timeout} counts whole
 * seconds, and whoever waits for a lock may make others wait.
 */
final class StatementLimit implements AutoCloseable {

    private final Session session;
    private final Timer timer = new Timer("statement limit", true);
    private boolean over;
    private boolean ended;

    private StatementLimit(Session session) {
        this.session = session;
    }

    /** Logs in for it. */
    static StatementLimit open(MySqlServer server) {
        return new StatementLimit(server.open());
    }

    /**
     * Runs a statement; to be called once.
     *
     * @param sessionId of the session that it runs on
     * @return whether it ended by itself; if not, it may have come to its end all the same
     * @throws MySqlException as the statement does, also when it was ended
     */
    boolean run(Runnable statement, long sessionId, Duration longest) {
        timer.schedule(task(() -> end(sessionId)), longest.toMillis());
        try {
            statement.run();
        } finally {
            settle();
        }
        return !settle();
    }

    /** Says that it needs not be ended any more, and whether it was. */
    private synchronized boolean settle() {
        over = true;
        return ended;
    }

    private void end(long sessionId) {
        synchronized (this) {
            if (over) {
                return;
            }
            ended = true;
        }
        // not inside, or whoever got his lock would wait for an answer that may never come
        try {
            session.execute(Sql.of("ending a wait for a lock", "KILL QUERY " + sessionId));
        } catch (MySqlException gone) {
            // because the server ends it too, if later
        }
    }

    /** Logs out in the background, as whoever got his lock has no time for it. */
    @Override
    public void close() {
        timer.schedule(
                task(() -> {
                    session.close();
                    timer.cancel();
                }),
                0);
    }

    private static TimerTask task(Runnable work) {
        return new TimerTask() {
            @Override
            public void run() {
                work.run();
            }
        };
    }
}
