package io.flexmigrate.stage.canary;

import io.flexmigrate.engine.ClientSighting;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.time.Pause;
import io.flexmigrate.time.Poll;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;

/** A thread that asks again and again, and logs in anew whenever it was cut off, as a good client does. */
final class FlyingCanary implements ClientWatch {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(5);

    private final MySqlServer endpoint;
    private final Sql request;
    private final Duration interval;
    private final StageLog log;
    private final Pause pause = Pause.real();
    private final Poll poll = Poll.real(pause);
    private final Sightings sightings = new Sightings();
    private final Stopwatch clock = SystemClock.stopwatch();
    private final Thread thread = new Thread(this::fly, "canary");
    private boolean begun;
    private volatile boolean ended;

    FlyingCanary(MySqlServer endpoint, Sql request, Duration interval, StageLog log) {
        this.endpoint = endpoint;
        this.request = request;
        this.interval = interval;
        this.log = log;
        thread.setDaemon(true);
    }

    @Override
    public void begin() throws InterruptedException {
        begun = true;
        thread.start();
        if (!poll.until("the canary was answered", PATIENCE, LOOK, () -> sightings.answers() > 1)) {
            ended = true;
            throw new StageFailedException(
                    "The canary was not answered within " + PATIENCE.toSeconds() + " s: " + sightings.trouble(),
                    "Put its endpoint right, or take canary out of the group in the plan: it may be changed at any time.");
        }
    }

    private void fly() {
        while (!ended) {
            try (Session session = endpoint.open()) {
                while (!ended) {
                    session.execute(request);
                    sightings.answered(clock.elapsed());
                    pause.pause(interval);
                }
            } catch (MySqlException refused) {
                sightings.failed(String.valueOf(refused.getMessage()));
                rest();
            } catch (InterruptedException interrupted) {
                ended = true;
            } catch (RuntimeException bug) {
                sightings.failed(String.valueOf(bug));
                rest();
            }
        }
    }

    /** A server that refuses is not asked as fast as it can say no. */
    private void rest() {
        try {
            pause.pause(LOOK);
        } catch (InterruptedException interrupted) {
            ended = true;
        }
    }

    @Override
    public void close() {
        if (ended || !begun) {
            return;
        }
        if (!isAnsweredAgain()) {
            sightings.failed("it was not answered any more, for " + PATIENCE.toSeconds() + " s after all was done");
        }
        ended = true;
        thread.interrupt();
        ClientSighting.tell(sightings.view(clock.elapsed()), log);
    }

    private boolean isAnsweredAgain() {
        int before = sightings.answers();
        try {
            return poll.until("the canary was answered again", PATIENCE, LOOK, () -> sightings.answers() > before + 1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
