package io.flexmigrate.stage.notice;

import io.flexmigrate.plan.Occasion;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Takes notices to one hook, one after the other, in a thread of its own.
 *
 * <p>Handing over a notice never waits: when too many are queued, the newest is dropped.
 */
final class Courier {

    static final int MOST_QUEUED = 100;

    private final Recipient recipient;
    private final Consumer<String> warnings;
    private final ThreadPoolExecutor thread;
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();

    /**
     * Starts no thread yet.
     *
     * @param warnings gets a sentence for what went wrong, in whatever thread
     * @param ended runs when it was told to end and nothing is queued any more
     */
    Courier(Recipient recipient, Consumer<String> warnings, Runnable ended) {
        this.recipient = recipient;
        this.warnings = warnings;
        this.thread =
                new ThreadPoolExecutor(
                        1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_QUEUED), Courier::daemon) {
                    @Override
                    protected void terminated() {
                        ended.run();
                    }
                };
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "hook");
        thread.setDaemon(true);
        return thread;
    }

    void take(Notice notice) {
        if (!recipient.wants(notice)) {
            return;
        }
        queued.incrementAndGet();
        try {
            thread.execute(() -> deliver(notice));
        } catch (RejectedExecutionException full) {
            queued.decrementAndGet();
            dropped.incrementAndGet();
        }
    }

    private void deliver(Notice notice) {
        try {
            recipient.tell(notice);
            queued.decrementAndGet();
        } catch (InterruptedException toldToEnd) {
            // because what is still queued is counted by whoever told us
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            queued.decrementAndGet();
            warn(notice.event(), failure);
        }
    }

    private void warn(Occasion event, RuntimeException failure) {
        warnings.accept("The hook '" + recipient.shown() + "' was not told of " + event.word() + ": "
                + failure.getMessage() + ".");
    }

    /** Takes no more. */
    void end() {
        thread.shutdown();
    }

    /** Ends what is not delivered yet, and says how much that is. */
    void giveUp(Duration waited) {
        thread.shutdownNow();
        int lost = queued.get();
        if (lost > 0) {
            warnings.accept("The hook '" + recipient.shown() + "' was not told everything: " + lost
                    + " notice(s) were not delivered within " + waited.toSeconds() + " s of the end.");
        }
        if (dropped.get() > 0) {
            warnings.accept("The hook '" + recipient.shown() + "' was slower than the run: " + dropped.get()
                    + " notice(s) were dropped.");
        }
    }
}
