package io.flexmigrate.process;

import java.time.Duration;
import java.util.OptionalInt;

/** A program that was started; closing it kills it, with all it started, when it still runs. */
public interface RunningProcess extends AutoCloseable {

    /**
     * Waits for the end of the program and of its output.
     *
     * @return its exit code, 128 + n when signal n ended it; empty when it still runs after the timeout
     */
    OptionalInt await(Duration timeout) throws InterruptedException;

    /**
     * Has it stand still, with all it started, until it is to {@link #proceed}; nothing happens when it has ended.
     *
     * <p>It can still be killed, and dies with us.
     */
    void pause();

    /** Has it go on after a {@link #pause}; nothing happens when it has ended or was not paused. */
    void proceed();

    /** Kills it with SIGKILL, with all it started, and waits until it is gone. */
    @Override
    void close();
}
