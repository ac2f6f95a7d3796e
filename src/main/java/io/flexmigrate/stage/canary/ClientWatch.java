package io.flexmigrate.stage.canary;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.mysql.MySqlServer;
import java.time.Duration;

/** Watches a cut-over as a client sees it. */
public interface ClientWatch extends AutoCloseable {

    /**
     * Begins, once.
     *
     * @throws io.flexmigrate.engine.StageFailedException when it cannot work: before the fence, so that nothing is lost by it
     */
    void begin() throws InterruptedException;

    /** Waits a little until a request was answered after all is done, and writes down what it saw. */
    @Override
    void close();

    /** None. */
    static ClientWatch none() {
        return new ClientWatch() {
            @Override
            public void begin() {
                // because nobody is to watch
            }

            @Override
            public void close() {
                // because nobody watched
            }
        };
    }

    /** One that sends a request, waits for the answer, and sends the next. */
    static ClientWatch flying(MySqlServer endpoint, Request request, Duration interval, StageLog log) {
        return new FlyingCanary(endpoint, request.sql(), interval, log);
    }
}
