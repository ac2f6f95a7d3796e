package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGINT and SIGTERM turned into an interrupt of the thread that drives the run.
 *
 * <p>That thread then has some seconds to lift what it holds and to end its children. The JVM exits afterwards with 128 and
 * the signal's number: 130 for SIGINT, 143 for SIGTERM.
 */
final class StopSignal implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 15;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private StopSignal(Thread driver, Runnable beforehand, PrintWriter err) {
        this.hook = new Thread(() -> stop(driver, beforehand, err), "stop-signal");
    }

    /** Listens until it is closed; to be closed when the driving thread has nothing left to clean up. */
    static StopSignal interrupting(Thread driver, PrintWriter err) {
        return interrupting(driver, () -> {}, err);
    }

    /**
     * The same.
     *
     * @param beforehand done before the first word, such as taking away what is in its place
     */
    static StopSignal interrupting(Thread driver, Runnable beforehand, PrintWriter err) {
        StopSignal signal = new StopSignal(driver, beforehand, err);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private void stop(Thread driver, Runnable beforehand, PrintWriter err) {
        try {
            beforehand.run();
        } finally {
            stop(driver, err);
        }
    }

    private void stop(Thread driver, PrintWriter err) {
        err.println("Stopping ...");
        driver.interrupt();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                err.println("Could not stop in order within " + PATIENCE_SECONDS + " s; ended nevertheless.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // because the hook runs already, and it ends by itself now
            return;
        }
    }
}
