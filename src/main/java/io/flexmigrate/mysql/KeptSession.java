package io.flexmigrate.mysql;

import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

/**
 * A session that holds something on the server and is kept alive by a heartbeat: a dead-man's switch.
 *
 * <p>When the heartbeat falls silent for {@code silence}, because we died, were stopped or lost the network, the server
 * closes the session by itself ({@code wait_timeout}) and drops what it held.
 */
final class KeptSession implements AutoCloseable {

    private final Session session;
    private final Duration silence;
    private final Timer heart;
    private volatile boolean alive = true;

    private KeptSession(Session session, String name, Duration silence) {
        this.session = session;
        this.silence = silence;
        this.heart = new Timer("heartbeat " + name, true);
    }

    /**
     * Opens a session and starts its heart.
     *
     * @param silence after which the server gives the session up; whole seconds, at least 2
     */
    static KeptSession open(MySqlServer server, String name, Duration silence) {
        Session session = server.open();
        try {
            session.execute(
                    Sql.of("setting the dead-man's switch", "SET SESSION wait_timeout = " + silence.toSeconds()));
        } catch (MySqlException refused) {
            session.close();
            throw refused;
        }
        KeptSession kept = new KeptSession(session, name + " on the " + server.role(), silence);
        long millis = silence.toMillis() / 4;
        kept.heart.scheduleAtFixedRate(kept.beating(), millis, millis);
        return kept;
    }

    /** Whether the session stood at the last heartbeat. */
    boolean isAlive() {
        return alive;
    }

    synchronized void execute(Sql sql, Duration timeout) {
        session.execute(sql, timeout);
    }

    synchronized void execute(Sql sql) {
        session.execute(sql);
    }

    synchronized List<Row> query(Sql sql) {
        return session.query(sql);
    }

    private TimerTask beating() {
        return new TimerTask() {
            @Override
            public void run() {
                beat();
            }
        };
    }

    private synchronized void beat() {
        if (!alive) {
            return;
        }
        alive = session.isAlive(silence);
    }

    @Override
    public void close() {
        heart.cancel();
        synchronized (this) {
            alive = false;
        }
        session.close();
    }
}
