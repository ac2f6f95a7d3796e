package io.flexmigrate.mysql.binlog;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer.CompatibilityMode;
import com.github.shyiko.mysql.binlog.network.SSLMode;
import com.github.shyiko.mysql.binlog.network.ServerException;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.ConnectionSettings;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A follower over mysql-binlog-connector-java. */
final class ConnectorFollower implements BinlogFollower {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(30);

    /** A sign of life while nothing is written, so that both ends notice when the other is gone. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    /** Much longer than that, the connection is lost, though nobody said so. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    /** Server ids that people do not give: two readers with the same would throw each other out. */
    private static final long FIRST_ID = 3_000_000_000L;

    private static final long LAST_ID = 4_000_000_000L;

    private static final String CONNECTION_LOST = "08S01";

    /** It tells every connection to the terminal otherwise; kept here, as loggers that nobody holds are forgotten. */
    private static final Logger QUIET = Logger.getLogger("com.github.shyiko.mysql.binlog");

    private final ConnectionSettings settings;
    private final BinaryLogClient client;
    private final EventReading reading;
    private Optional<Throwable> failure = Optional.empty();
    private Stopwatch heard = SystemClock.stopwatch();
    private boolean isConnected;
    private boolean isEnded;

    private ConnectorFollower(ConnectionSettings settings, BinaryLogClient client, EventReading reading) {
        this.settings = settings;
        this.client = client;
        this.reading = reading;
    }

    static ConnectorFollower open(ConnectionSettings settings, BinlogCoordinates from, BinlogChanges changes) {
        QUIET.setLevel(Level.OFF);
        EventReading reading = new EventReading(from, changes);
        ConnectorFollower follower = new ConnectorFollower(settings, client(settings, reading.first()), reading);
        follower.client.registerEventListener(follower::read);
        follower.client.registerLifecycleListener(new Lifecycle(follower));
        Thread thread = new Thread(follower::run, "binlog of the " + settings.role());
        thread.setDaemon(true);
        thread.start();
        follower.requireConnected();
        return follower;
    }

    private static BinaryLogClient client(ConnectionSettings settings, BinlogCoordinates first) {
        BinaryLogClient client = new BinaryLogClient(
                settings.host(),
                settings.port(),
                settings.user(),
                settings.password().value());
        EventDeserializer deserializer = new EventDeserializer();
        deserializer.setCompatibilityMode(
                CompatibilityMode.CHAR_AND_BINARY_AS_BYTE_ARRAY,
                CompatibilityMode.DATE_AND_TIME_AS_LONG_MICRO,
                CompatibilityMode.INVALID_DATE_AND_TIME_AS_MIN_VALUE);
        client.setEventDeserializer(deserializer);
        client.setServerId(ThreadLocalRandom.current().nextLong(FIRST_ID, LAST_ID));
        client.setBinlogFilename(first.file());
        client.setBinlogPosition(first.position());
        client.setSSLMode(SSLMode.valueOf(settings.sslMode()));
        TlsSockets.of(settings).ifPresent(client::setSslSocketFactory);
        client.setConnectTimeout(CONNECT_PATIENCE.toMillis());
        client.setHeartbeatInterval(HEARTBEAT.toMillis());
        client.setKeepAlive(false);
        return client;
    }

    private void run() {
        try {
            client.connect();
            ended(new IOException("the server closed the connection"));
        } catch (IOException | RuntimeException | Error broken) {
            ended(broken);
        }
    }

    /** The library would pass over a failure of ours, and with it over a change. */
    private void read(Event event) {
        try {
            reading.read(event);
        } catch (RuntimeException failure) {
            ended(failure);
            close();
        }
        synchronized (this) {
            heard = SystemClock.stopwatch();
            notifyAll();
        }
    }

    synchronized void connected() {
        isConnected = true;
        notifyAll();
    }

    /** The first failure counts: the others follow from it. */
    synchronized void ended(Throwable reason) {
        isEnded = true;
        failure = failure.or(() -> Optional.of(reason));
        notifyAll();
    }

    private void requireConnected() {
        try {
            Stopwatch stopwatch = SystemClock.stopwatch();
            synchronized (this) {
                while (!isConnected && !isEnded && left(CONNECT_PATIENCE, stopwatch) > 0) {
                    wait(left(CONNECT_PATIENCE, stopwatch));
                }
                if (isConnected && !isEnded) {
                    return;
                }
            }
            close();
            throw broken();
        } catch (InterruptedException interrupted) {
            close();
            Thread.currentThread().interrupt();
            throw broken();
        }
    }

    @Override
    public synchronized boolean awaitTold(BinlogCoordinates goal, Duration timeout) throws InterruptedException {
        Stopwatch stopwatch = SystemClock.stopwatch();
        while (!reading.told().isAtOrAfter(goal)) {
            if (isEnded) {
                throw broken();
            }
            if (heard.elapsed().compareTo(SILENCE) > 0) {
                ended(new IOException("nothing was heard for " + SILENCE.toSeconds() + " s"));
            }
            long left = left(timeout, stopwatch);
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private static long left(Duration timeout, Stopwatch stopwatch) {
        return timeout.minus(stopwatch.elapsed()).toMillis();
    }

    private synchronized MySqlException broken() {
        Throwable reason = failure.orElseGet(() -> new IOException("the server did not answer in time"));
        SQLException cause = reason instanceof ServerException refused
                ? new SQLException(refused.getMessage(), refused.getSqlState(), refused.getErrorCode(), refused)
                : new SQLException(String.valueOf(reason.getMessage()), CONNECTION_LOST, reason);
        return new MySqlException(settings.role(), "following the binlog", cause);
    }

    @Override
    public void close() {
        try {
            client.disconnect();
        } catch (IOException gone) {
            ended(gone);
        }
    }

    /** Any trouble ends it: an event that was not understood must not be passed over in silence. */
    private static final class Lifecycle extends BinaryLogClient.AbstractLifecycleListener {

        private final ConnectorFollower follower;

        Lifecycle(ConnectorFollower follower) {
            this.follower = follower;
        }

        @Override
        public void onConnect(BinaryLogClient client) {
            follower.connected();
        }

        @Override
        public void onCommunicationFailure(BinaryLogClient client, Exception broken) {
            follower.ended(broken);
        }

        @Override
        public void onEventDeserializationFailure(BinaryLogClient client, Exception broken) {
            follower.ended(broken);
            follower.close();
        }
    }
}
