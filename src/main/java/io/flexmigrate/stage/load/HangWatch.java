package io.flexmigrate.stage.load;

import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.stage.Idleness;
import io.flexmigrate.time.SystemClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks now and then whether the loaders hang: none of our younger sessions is at a statement. */
final class HangWatch implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final MySqlServer target;
    private SystemClock.Stopwatch stopwatch = SystemClock.stopwatch();
    private @Nullable Session session;
    private @Nullable Idleness idleness;

    HangWatch(MySqlServer target) {
        this.target = target;
        this.session = target.open();
        this.idleness = new Idleness(new Clients(session));
    }

    boolean isHang() {
        if (stopwatch.elapsed().compareTo(INTERVAL) < 0) {
            return false;
        }
        stopwatch = SystemClock.stopwatch();
        try {
            return looking().isHang(0);
        } catch (MySqlException lost) {
            close();
            return false;
        }
    }

    private Idleness looking() {
        if (session == null || idleness == null) {
            session = target.open();
            idleness = new Idleness(new Clients(session));
        }
        return idleness;
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
        session = null;
        idleness = null;
    }
}
